package io.github.harmcheck.campaign;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.io.JournalException;
import io.github.harmcheck.result.io.JournalReader;
import io.github.harmcheck.result.io.JournalTakeover;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the run that a new one goes on with: the newest of the same test, target and shard that found anything. A run
 * with another configuration is refused with the difference, since its findings answer other questions.
 */
final class Takeover {
    private final Path folder;
    private final CampaignHeader header;
    private final Continuation continuation;

    Takeover(Path folder, CampaignHeader header, Continuation continuation) {
        this.folder = folder;
        this.header = header;
        this.continuation = continuation;
    }

    /** A journal and what it says about its campaign. */
    record Run(Path journal, CampaignHeader header) {}

    /**
     * Returns the run to go on with, or empty where there is none.
     *
     * @throws CampaignException where there is one with another configuration
     */
    Optional<Run> find() throws IOException {
        List<Run> runs = new ArrayList<>();
        for (Path journal : JournalReader.journals(folder)) {
            header(journal).filter(this::isSameTest).ifPresent(found -> runs.add(new Run(journal, found)));
        }
        Set<@Nullable String> superseded =
                runs.stream().map(run -> run.header().run().resumedFrom()).collect(Collectors.toSet());
        runs.removeIf(run -> superseded.contains(run.header().runId()));
        runs.sort(Comparator.comparing((Run run) -> run.header().start()).reversed());
        Run newest = null;
        for (Run run : runs) {
            if (!JournalReader.hasFindings(run.journal())) {
                // Killed before its first finding, it has nothing to go on with, and this run stands for it.
                JournalTakeover.setAside(run.journal());
            } else if (newest == null) {
                newest = run;
            }
        }
        if (newest != null) {
            requireSameConfiguration(newest);
        }
        return Optional.ofNullable(newest);
    }

    /** Takes the findings of a run over into the journal that the new header names. */
    JournalTakeover take(Run run, CampaignHeader into) throws IOException {
        Predicate<Finding> keep =
                continuation.retryErrors() ? finding -> finding.outcome() != Outcome.ERROR : finding -> true;
        return JournalTakeover.of(run.journal(), into, keep);
    }

    /** What a journal that nobody can read belonged to, nobody can tell: the gate speaks about it. */
    private static Optional<CampaignHeader> header(Path journal) throws IOException {
        try {
            return Optional.of(JournalReader.header(journal));
        } catch (JournalException e) {
            CampaignLog.debug("not resumed", e);
            return Optional.empty();
        }
    }

    private boolean isSameTest(CampaignHeader other) {
        boolean byHand = header.testClass() == null;
        return other.schema() == header.schema()
                && !other.partial()
                && Objects.equals(other.testClass(), header.testClass())
                && Objects.equals(other.testMethod(), header.testMethod())
                && other.target().equals(header.target())
                && Objects.equals(other.run().shard(), header.run().shard())
                && (!byHand || other.configHash().equals(header.configHash()));
    }

    private void requireSameConfiguration(Run run) {
        if (run.header().configHash().equals(header.configHash())) {
            return;
        }
        List<String> differences = new ArrayList<>();
        difference("datasets", run.header(), CampaignHeader::datasets, differences);
        difference("attacks", run.header(), CampaignHeader::attacks, differences);
        difference("attack options", run.header(), other -> other.run().options(), differences);
        difference("seed", run.header(), CampaignHeader::seed, differences);
        difference("trials", run.header(), CampaignHeader::trials, differences);
        difference("planned findings", run.header(), CampaignHeader::plannedTrials, differences);
        difference("judge", run.header(), CampaignHeader::verdictJudge, differences);
        difference("version of the judge", run.header(), CampaignHeader::verdictJudgeVersion, differences);
        if (differences.isEmpty()) {
            differences.add("the attempts themselves differ");
        }
        throw new CampaignException("harmcheck.resume cannot go on with " + run.journal()
                + ": it had another configuration (" + String.join("; ", differences)
                + "); undo the change, or run without harmcheck.resume");
    }

    private void difference(
            String what, CampaignHeader before, Function<CampaignHeader, Object> value, List<String> to) {
        String was = String.valueOf(value.apply(before));
        String is = String.valueOf(value.apply(header));
        if (!was.equals(is)) {
            to.add(what + ": was " + Texts.oneLine(was, 200) + ", is " + Texts.oneLine(is, 200));
        }
    }
}
