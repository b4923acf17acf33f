package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.core.Reply;
import io.github.harmcheck.result.CampaignResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProgressTests {
    @TempDir
    Path folder;

    @Test
    void theLineCountsWhatIsDoneFoundAndLeft() throws Exception {
        Progress progress = new Progress("app", 100, 20);
        CampaignResult result = finish(Campaigns.of(
                key -> message -> {
                    if (key.behavior().equals("b3")) {
                        throw new IllegalStateException("out");
                    }
                    return Reply.of(key.behavior().equals("b5") ? "Sure" : "No.");
                },
                folder));
        result.findings().stream().forEach(progress::found);
        assertThat(progress.line(Duration.ofSeconds(20)))
                .isEqualTo("app: 30/100 attempts (30 %), 0.5/s, 1 confirmed, 0 suspected, 1 error, 3 min left");
    }

    @Test
    void aLongRunSpeaksNowAndThenInPlainLinesAndAShortOneNot() throws Exception {
        List<String> said = said(() -> finish(Campaigns.of(
                        key -> message -> {
                            Thread.sleep(40);
                            return Reply.of("No.");
                        },
                        folder)
                .behaviors(40)
                .progress(Duration.ofMillis(100))));
        assertThat(said)
                .hasSizeBetween(2, 20)
                .allSatisfy(line -> assertThat(line).matches("app: \\d+/40 attempts [^\\u001b\\r\\n]+ left"));
        assertThat(said.get(said.size() - 1)).startsWith("app: 40/40 attempts (100 %)");
        assertThat(said(() -> finish(
                        Campaigns.of(key -> message -> Reply.of("No."), folder).progress(Duration.ofMinutes(1)))))
                .isEmpty();
    }

    private static CampaignResult finish(Campaigns campaign) throws Exception {
        try (RunningCampaign running = campaign.begin()) {
            return running.finish();
        }
    }

    private static List<String> said(Run run) throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (record.getMessage().contains(" left")) {
                    lines.add(record.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("io.github.harmcheck");
        logger.addHandler(handler);
        try {
            run.run();
        } finally {
            logger.removeHandler(handler);
        }
        return lines;
    }

    @FunctionalInterface
    private interface Run {
        void run() throws Exception;
    }
}
