package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Up to Java 23 a security manager hears of every connection, by socket or channel, and of every name looked up. */
@Timeout(120)
@EnabledForJreRange(max = JRE.JAVA_23)
class NetworkTests {
    @TempDir
    Path folder;

    @Test
    void aCampaignWithTheOfflineJudgeAsksTheNetworkForNothing() throws Exception {
        assertThat(run("offline")).contains("asked for [] and ended");
        assertThat(folder.resolve("replay").resolve("index.html")).isNotEmptyFile();
    }

    @Test
    void aCampaignConnectsToItsTargetAttackerAndJudgeAndNothingElse() throws Exception {
        String printed = run("endpoints");
        Matcher allowed = Pattern.compile("allowed (\\[127.0.0.1:\\d+, 127.0.0.1:\\d+, 127.0.0.1:\\d+])")
                .matcher(printed);
        assertThat(allowed.find()).as(printed).isTrue();
        assertThat(printed).contains("asked for " + allowed.group(1) + " and ended");
    }

    @Test
    void theWatchSeesSocketsChannelsAndNames() throws Exception {
        assertThat(run("an app that phones home"))
                .contains("asked for [127.0.0.1:7001, 127.0.0.1:7002, 127.0.0.1:7003, localhost.invalid:-1] and ended");
    }

    private String run(String what) throws Exception {
        Path log = folder.resolve("log.txt");
        Process fork = ForkedCampaign.java(
                log, "-Djava.security.manager=allow", ForkedNetwork.class.getName(), what, folder.toString());
        assertThat(fork.waitFor(100, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(log);
        return printed.substring(Math.max(0, printed.length() - 8_000));
    }
}
