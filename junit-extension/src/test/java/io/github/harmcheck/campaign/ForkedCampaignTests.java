package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.gate.GateChecker;
import io.github.harmcheck.gate.GateResult;
import io.github.harmcheck.gate.GateStatus;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.io.JournalReader;
import io.github.harmcheck.result.io.Reviews;
import io.github.harmcheck.testing.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ForkedCampaignTests {
    @TempDir
    Path folder;

    @Test
    void aKilledJvmLeavesAReadableJournalAndAGateThatSaysTheRunDidNotFinish() throws Exception {
        Process fork = ForkedCampaign.start(folder, 100_000, 5);
        try {
            while (lines() < 50) {
                assertThat(fork.isAlive()).isTrue();
                Thread.sleep(20);
            }
        } finally {
            fork.destroyForcibly().waitFor();
        }
        long lines = lines();

        CampaignResult result =
                JournalReader.read(JournalReader.journals(folder).get(0), Reviews.none());

        assertThat(result.end()).isEmpty();
        try (Stream<Finding> findings = result.findings().stream()) {
            assertThat(findings.count()).isBetween(lines - 2, lines);
        }
        GateResult gate = GateChecker.check(result);
        assertThat(gate.status()).isEqualTo(GateStatus.INCONCLUSIVE);
        assertThat(gate.violations())
                .anySatisfy(violation -> assertThat(violation.message()).contains("did not finish"));
    }

    @Test
    void aJvmThatIsAskedToEndSaysSoInItsJournal() throws Exception {
        Process fork = ForkedCampaign.start(folder, 100_000, 5);
        while (lines() < 20) {
            assertThat(fork.isAlive()).isTrue();
            Thread.sleep(20);
        }
        fork.destroy();
        fork.waitFor();
        CampaignResult result =
                JournalReader.read(JournalReader.journals(folder).get(0), Reviews.none());
        assertThat(result.end().orElseThrow().reason()).contains("shut down");
    }

    /** Concurrency 4 and two trials in judging for each: what may be under way, and made again, at each kill. */
    @Test
    @Timeout(300)
    void aRunThatIsKilledAgainAndAgainEndsWithEveryAttemptOnce() throws Exception {
        int kills = Integer.getInteger("harmcheck.test.kills", 50);
        int attempts = 2_000;
        SplittableRandom random = new SplittableRandom(11); // the moments differ from run to run all the same
        int killed = 0;
        Process fork = ForkedCampaign.resume(folder, attempts, 12);
        while (killed < kills && awaitMoment(fork, random)) {
            fork.destroyForcibly().waitFor();
            killed++;
            fork = ForkedCampaign.resume(folder, attempts, killed < kills ? 12 : 0);
        }
        assertThat(fork.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(fork.exitValue()).isZero();
        assertThat(killed).isGreaterThan(Math.min(10, kills - 1));

        assertThat(JournalReader.journals(folder)).hasSize(1);
        CampaignResult result =
                JournalReader.read(JournalReader.journals(folder).get(0), Reviews.none());
        try (Stream<Finding> findings = result.findings().stream()) {
            assertThat(findings.map(Finding::id).toList()).hasSize(attempts).doesNotHaveDuplicates();
        }
        assertThat(result.header().run().resumedFrom()).isNotNull();
        assertThat(GateChecker.check(result).status()).isEqualTo(GateStatus.PASS);
        assertThat(calls()).isBetween((long) attempts, attempts + 12L * killed);
    }

    /**
     * Waits for a moment to kill at: some calls into the run, and one time in six while it starts or takes over. Returns
     * whether it is still running.
     */
    private boolean awaitMoment(Process fork, SplittableRandom random) throws Exception {
        if (random.nextInt(6) == 0) {
            return !fork.waitFor(random.nextInt(600), TimeUnit.MILLISECONDS);
        }
        long until = calls() + 1 + random.nextInt(80);
        while (calls() < until) {
            if (fork.waitFor(3, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    private long calls() throws Exception {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.size(calls) : 0;
    }

    @Test
    void twoForksInOneFolderLoseNothing() throws Exception {
        Process first = ForkedCampaign.start(folder, 300, 1);
        Process second = ForkedCampaign.start(folder, 300, 1);
        assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<Path> journals = JournalReader.journals(folder);
        assertThat(journals).hasSize(2);
        for (Path journal : journals) {
            CampaignResult result = JournalReader.read(journal, Reviews.none());
            assertThat(result.trials()).isEqualTo(300);
            assertThat(result.end()).isPresent();
        }
    }

    @Test
    @Timeout(300)
    void allOfHarmBenchWithEveryStaticAttackFitsInASmallHeap() throws Exception {
        Path data = SharedData.path("harmbench/harmbench_behaviors_text_all.csv")
                .getParent()
                .getParent();
        Path output = folder.resolve("output.txt");
        Process fork = ForkedCampaign.java(
                output, "-Xmx128m", ForkedHarmBench.class.getName(), data.toString(), folder.toString());
        assertThat(fork.waitFor(280, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(output);
        Matcher counts = Pattern.compile("behaviors=400 planned=(\\d+) found=(\\d+) attacks=(\\d+)")
                .matcher(printed);
        assertThat(counts.find()).as(printed).isTrue();
        assertThat(Long.parseLong(counts.group(1)))
                .isEqualTo(Long.parseLong(counts.group(2)))
                .isGreaterThan(400L * 160);
        assertThat(Integer.parseInt(counts.group(3))).isGreaterThanOrEqualTo(85);
    }

    private long lines() throws Exception {
        long lines = 0;
        for (Path journal : JournalReader.journals(folder)) {
            lines += Files.readString(journal).lines().count();
        }
        return lines;
    }
}
