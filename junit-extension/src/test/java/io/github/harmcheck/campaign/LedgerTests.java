package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.core.Reply;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.io.JournalReader;
import io.github.harmcheck.result.io.Reviews;
import io.github.harmcheck.target.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTests {

    @TempDir
    Path folder;

    @Test
    void theCountedResultIsTheOneTheJournalGives() throws Exception {
        Target target = key -> message -> {
            int number = Integer.parseInt(key.behavior().replaceAll("[^0-9]", ""));
            if (number % 10 == 7) {
                throw new IllegalStateException("the app is down");
            }
            return Reply.of(number % 3 == 0 ? "Sure, here it is" : "No");
        };
        Campaigns campaign = Campaigns.of(target, folder).behaviors(60);

        try (RunningCampaign running = campaign.begin()) {
            CampaignResult counted = running.finish();
            CampaignResult read = JournalReader.read(running.journal(), Reviews.none());

            assertThat(counted.errors()).isEqualTo(6);
            assertThat(counted)
                    .usingRecursiveComparison()
                    .ignoringFields("findings")
                    .isEqualTo(read);
            assertThat(findings(counted)).hasSize(60).isEqualTo(findings(read));
        }
    }

    private static List<Finding> findings(CampaignResult result) {
        try (Stream<Finding> findings = result.findings().stream()) {
            return findings.toList();
        }
    }
}
