package io.github.harmcheck.jupiter;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The outputs this JVM wrote journals for, so that the report at the end of the run knows what belongs to it. */
final class RunJournals {
    private static final Map<Path, Run> RUNS = new TreeMap<>();

    private RunJournals() {}

    /** Remembers a journal, which need not exist yet. */
    static synchronized void add(Path output, Path reviews, Path journal) {
        RUNS.computeIfAbsent(output.toAbsolutePath(), key -> new Run(reviews, new LinkedHashSet<>()))
                .journals()
                .add(journal.toAbsolutePath());
    }

    /** Returns what was remembered, by output folder. */
    static synchronized Map<Path, Run> byOutput() {
        Map<Path, Run> copy = new TreeMap<>();
        RUNS.forEach((output, run) -> copy.put(output, new Run(run.reviews(), new LinkedHashSet<>(run.journals()))));
        return copy;
    }

    /**
     * The journals of one output folder.
     *
     * @param reviews file of the reviews that apply
     * @param journals in the order they began
     */
    record Run(Path reviews, Set<Path> journals) {}
}
