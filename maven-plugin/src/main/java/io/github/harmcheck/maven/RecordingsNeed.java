package io.github.harmcheck.maven;

import io.github.harmcheck.gate.ExpectedTest;
import io.github.harmcheck.gate.GateConfig;
import io.github.harmcheck.gate.GateLines;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.CampaignResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whose lists say which recordings are needed: the newest run of each test.
 *
 * @param journals their journals
 * @param obstacles why these do not tell of all that is needed
 */
record RecordingsNeed(List<Path> journals, List<String> obstacles) {

    static RecordingsNeed of(BuildEvidence evidence, Path findings) {
        List<CampaignResult> newest = evidence.check(
                        GateConfig.latest().failIfNoFindings(false).build())
                .campaigns();
        List<String> obstacles = new ArrayList<>();
        evidence.unreadable().forEach(journal -> obstacles.add(journal.path() + " cannot be read"));
        for (ExpectedTest test : evidence.expected()) {
            if (newest.stream().noneMatch(run -> isRunOf(test, run.header()))) {
                obstacles.add(test.name() + " did not run");
            }
        }
        for (CampaignResult run : newest) {
            obstacle(run).ifPresent(why -> obstacles.add(GateLines.subject(run) + " " + why));
        }
        if (newest.isEmpty()) {
            obstacles.add("no test has run");
        }
        return new RecordingsNeed(
                newest.stream()
                        .map(run -> findings.resolve(run.header().runId() + ".jsonl"))
                        .toList(),
                obstacles);
    }

    private static boolean isRunOf(ExpectedTest test, CampaignHeader run) {
        return test.testClass().equals(run.testClass()) && test.method().equals(run.testMethod());
    }

    private static Optional<String> obstacle(CampaignResult run) {
        if (run.header().run().mode().equals("live")) {
            return Optional.of("ran live, without recordings");
        }
        if (run.header().run().shard() != null) {
            return Optional.of("is one shard of several");
        }
        boolean finished = run.end()
                .filter(end -> end.status() == CampaignEnd.Status.FINISHED)
                .isPresent();
        return finished ? Optional.empty() : Optional.of("did not finish");
    }
}
