package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.gate.GateChecker;
import io.github.harmcheck.gate.GateStatus;
import io.github.harmcheck.result.CampaignEnd.Status;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.io.JournalReader;
import io.github.harmcheck.result.io.Reviews;
import io.github.harmcheck.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ResumeTests {
    private static final Continuation RESUME = new Continuation(true, false);
    private static final Continuation RETRY_ERRORS = new Continuation(false, true);

    @TempDir
    Path folder;

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void aRunThatWasStoppedGoesOnWhereItWas() throws Exception {
        CampaignResult stopped = stoppedAfter(7);
        assertThat(stopped.end().orElseThrow().status()).isEqualTo(Status.STOPPED);
        long before = stopped.trials();
        calls.set(0);
        CampaignResult result = finish(Campaigns.of(refusing(), folder).continuation(RESUME));
        assertThat(calls.get()).isEqualTo((int) (10 - before));
        assertThat(keys(result)).hasSize(10).doesNotHaveDuplicates();
        assertThat(result.end().orElseThrow().status()).isEqualTo(Status.FINISHED);
        assertThat(result.header().run().resumedFrom())
                .isEqualTo(stopped.header().runId());
        assertThat(GateChecker.check(result).status()).isEqualTo(GateStatus.PASS);
        assertThat(JournalReader.journals(folder)).hasSize(1);
    }

    @Test
    void aRunThatFinishedIsNotPaidForTwice() throws Exception {
        finish(Campaigns.of(refusing(), folder));
        calls.set(0);
        CampaignResult result = finish(Campaigns.of(refusing(), folder).continuation(RESUME));
        assertThat(calls).hasValue(0);
        assertThat(keys(result)).hasSize(10);
    }

    @Test
    void anotherConfigurationIsRefusedWithTheDifference() throws Exception {
        stoppedAfter(3);
        assertThatThrownBy(() ->
                        finish(Campaigns.of(refusing(), folder).behaviors(12).continuation(RESUME)))
                .isInstanceOf(CampaignException.class)
                .hasMessageContaining("planned findings: was 10, is 12")
                .hasMessageContaining("harmcheck.resume");
        assertThatThrownBy(() -> finish(Campaigns.of(refusing(), folder)
                        .attacks(Campaigns.attack("other", 1))
                        .continuation(RESUME)))
                .hasMessageContaining("attacks: was [direct], is [other]");
    }

    @Test
    void onlyErrorsAreRunAgainAndAVerdictIsNeverRolledAgain() throws Exception {
        Target flaky = key -> message -> {
            calls.incrementAndGet();
            if (key.behavior().equals("b3")) {
                throw new IOException("the network broke");
            }
            return Reply.of(key.behavior().equals("b5") ? "Sure, first" : "No.");
        };
        CampaignResult first = finish(Campaigns.of(flaky, folder));
        assertThat(first.errors()).isEqualTo(1);
        calls.set(0);
        CampaignResult second = finish(Campaigns.of(refusing(), folder).continuation(RETRY_ERRORS));
        assertThat(calls).hasValue(1);
        assertThat(second.errors()).isZero();
        assertThat(findings(second))
                .filteredOn(finding -> finding.outcome() == Outcome.SUCCEEDED)
                .extracting(finding -> finding.key().behavior())
                .containsExactly("b5");
    }

    @Test
    void amendmentsGoAlong() throws Exception {
        AttemptKey key = new AttemptKey("numbers", "b0", "direct", "v1", 1);
        try (RunningCampaign running = Campaigns.of(refusing(), folder).begin()) {
            running.await(key);
            running.amend(key, "assertion", "said too much");
            running.finish();
        }
        CampaignResult result = finish(Campaigns.of(refusing(), folder).continuation(RESUME));
        assertThat(findings(result))
                .filteredOn(finding -> finding.outcome() == Outcome.SUCCEEDED)
                .extracting(Finding::key)
                .containsExactly(key);
    }

    @Test
    void aJournalThatIsStillWrittenIsLeftAlone() throws Exception {
        Target slow = key -> message -> {
            Thread.sleep(key.behavior().equals("b9") ? 60_000 : 1);
            return Reply.of("No.");
        };
        try (RunningCampaign running = Campaigns.of(slow, folder).begin()) {
            running.await(new AttemptKey("numbers", "b0", "direct", "v1", 1));
            assertThatThrownBy(() -> finish(Campaigns.of(refusing(), folder).continuation(RESUME)))
                    .hasMessageContaining("is being written by a run that has not ended");
        }
    }

    @Test
    void aJournalCutAnywhereGoesOnOrSaysWhyNotAndNeverPassesByItself() throws Exception {
        Path whole = JournalReader.journals(
                        folderOf(finish(Campaigns.of(refusing(), folder).behaviors(3))))
                .get(0);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.createDirectory(folder.resolve("cut")).resolve(whole.getFileName());
        for (int length = 0; length < bytes.length; length++) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            assertThat(passes(cut)).as("cut at %s", length).isFalse();
        }
        for (int length = 0; length < bytes.length; length += 61) {
            Path each = Files.createDirectory(folder.resolve("cut-" + length));
            Files.write(each.resolve(whole.getFileName()), Arrays.copyOf(bytes, length));
            CampaignResult result =
                    finish(Campaigns.of(refusing(), each).behaviors(3).continuation(RESUME));
            assertThat(keys(result)).as("cut at %s", length).hasSize(3).doesNotHaveDuplicates();
            assertThat(GateChecker.check(result).status()).isEqualTo(GateStatus.PASS);
        }
    }

    private static boolean passes(Path journal) {
        try {
            return GateChecker.check(JournalReader.read(journal, Reviews.none()))
                            .status()
                    == GateStatus.PASS;
        } catch (IOException e) {
            return false;
        }
    }

    private Path folderOf(CampaignResult result) {
        assertThat(result.trials()).isPositive();
        return folder;
    }

    private CampaignResult stoppedAfter(int findings) throws Exception {
        AtomicInteger found = new AtomicInteger();
        Target target = key -> message -> {
            if (found.incrementAndGet() > findings) {
                Thread.sleep(60_000);
            }
            return Reply.of("No.");
        };
        try (RunningCampaign running = Campaigns.of(target, folder).begin()) {
            while (found.get() <= findings) {
                Thread.sleep(5);
            }
            running.stop("the test said so");
            return running.finish();
        }
    }

    private Target refusing() {
        return key -> message -> {
            calls.incrementAndGet();
            return Reply.of("No.");
        };
    }

    private static CampaignResult finish(Campaigns campaign) throws Exception {
        try (RunningCampaign running = campaign.begin()) {
            return running.finish();
        }
    }

    private static List<String> keys(CampaignResult result) {
        return findings(result).stream().map(Finding::id).toList();
    }

    private static List<Finding> findings(CampaignResult result) {
        try (Stream<Finding> findings = result.findings().stream()) {
            return findings.toList();
        }
    }
}
