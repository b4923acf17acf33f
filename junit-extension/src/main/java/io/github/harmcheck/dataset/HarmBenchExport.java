package io.github.harmcheck.dataset;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.internal.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes behaviors as the CSV file that HarmBench's pipeline reads (arXiv 2402.04249, {@code data/behavior_datasets}), so
 * that its GPU methods make test cases for them, which the replay attacks then play. Columns: Behavior,
 * FunctionalCategory, SemanticCategory, Tags, ContextString, BehaviorID. Texts stand as they are, in quotation marks: it is a
 * file for that pipeline, not for a spreadsheet.
 *
 * @since 0.1.0
 */
public final class HarmBenchExport {
    private static final String HEADER = "Behavior,FunctionalCategory,SemanticCategory,Tags,ContextString,BehaviorID";
    private static final Set<FunctionalCategory> TEXT =
            Set.of(FunctionalCategory.STANDARD, FunctionalCategory.CONTEXTUAL, FunctionalCategory.COPYRIGHT);
    private static final String CONTEXT = "context";

    private HarmBenchExport() {}

    /**
     * Writes the text behaviors of datasets; advice scenarios and behaviors about images have no place in the file and are
     * left out.
     *
     * @param file replaced in one step
     * @return how many were written
     * @throws DatasetException where two have the same id, which HarmBench could not tell apart
     */
    public static int write(List<BehaviorDataset> datasets, Path file) throws IOException {
        Set<String> ids = new HashSet<>();
        AtomicFiles.write(file, writer -> {
            writer.write(HEADER + "\n");
            for (BehaviorDataset dataset : datasets) {
                try (Stream<Behavior> behaviors = dataset.behaviors()) {
                    for (Iterator<Behavior> all = behaviors.iterator(); all.hasNext(); ) {
                        Behavior behavior = all.next();
                        if (TEXT.contains(behavior.functionalCategory())) {
                            if (!ids.add(behavior.id())) {
                                throw new DatasetException("two behaviors have the id " + behavior.id()
                                        + ", the second in " + dataset.name() + ": export one dataset at a time");
                            }
                            writer.write(row(behavior) + "\n");
                        }
                    }
                }
            }
        });
        return ids.size();
    }

    private static String row(Behavior behavior) {
        return String.join(
                ",",
                List.of(
                        quoted(behavior.text()),
                        behavior.functionalCategory().name().toLowerCase(Locale.ROOT),
                        quoted(behavior.semanticCategory()),
                        quoted(String.join(", ", tags(behavior))),
                        quoted(behavior.context().orElse("")),
                        behavior.id()));
    }

    /** HarmBench's evaluation looks at the tag, not at the category, to find a context. */
    private static List<String> tags(Behavior behavior) {
        List<String> tags = new ArrayList<>(behavior.tags());
        if (behavior.context().isPresent() && !tags.contains(CONTEXT)) {
            tags.add(CONTEXT);
        }
        return tags;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
