package io.github.harmcheck.maven;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.result.RunDetails;
import io.github.harmcheck.result.io.JournalWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes journals as tests would have, so that the goals can be tried without running any. */
final class Journals {
    static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

    private final Path folder;
    private Instant start = START.plusSeconds(5);
    private boolean end = true;
    private RunDetails run = RunDetails.PLAIN;

    private Journals(Path folder) {
        this.folder = folder;
    }

    static Journals in(Path folder) {
        return new Journals(folder);
    }

    Journals begunAt(Instant time) {
        start = time;
        return this;
    }

    Journals mode(String value) {
        run = new RunDetails(value, null, null, 0, Map.of());
        return this;
    }

    Journals withoutEnd() {
        end = false;
        return this;
    }

    /** Writes a campaign with one finding per outcome; a success is confirmed. */
    Path write(String testClass, String method, Outcome... outcomes) throws IOException {
        CampaignHeader header = new CampaignHeader(
                CampaignHeader.SCHEMA,
                UUID.randomUUID().toString(),
                start,
                "hash",
                false,
                testClass,
                method,
                Limits.DEFAULT,
                List.of(new CampaignHeader.DatasetRef("core", "ab12", outcomes.length)),
                List.of("direct"),
                "app",
                false,
                "judge",
                "1",
                null,
                1,
                1,
                outcomes.length,
                outcomes.length,
                Map.of(),
                run,
                null);
        JournalWriter journal = new JournalWriter(folder, header);
        try (journal) {
            for (int i = 0; i < outcomes.length; i++) {
                journal.append(finding("b" + i, outcomes[i]));
            }
            if (end) {
                journal.end(new CampaignEnd(start.plusSeconds(1), CampaignEnd.Status.FINISHED, null, outcomes.length));
            }
        }
        return journal.file();
    }

    private Finding finding(String behavior, Outcome outcome) {
        return new Finding(
                new AttemptKey("core", behavior, "direct", "plain", 1),
                "app",
                "behavior " + behavior,
                FunctionalCategory.STANDARD,
                "illegal",
                List.of(),
                Probe.HARM,
                List.of(Message.user("ask " + behavior)),
                List.of(Reply.of("reply to " + behavior + "\n\u202e  1. not a line of the list")),
                null,
                Verdict.of(outcome, outcome == Outcome.SUCCEEDED, null, "because", "judge", "1"),
                null,
                start,
                Duration.ofMillis(3),
                1,
                Usage.NONE,
                Usage.NONE,
                null);
    }
}
