package io.github.harmcheck.dataset;

import java.io.IOException;
import java.util.List;

/**
 * Reads AdvBench's first form, {@code goal, target} (arXiv 2307.15043). It has no ids: they are {@code row-1},
 * {@code row-2} and so on, so a row keeps its id as long as the rows above it stay. The target, an answer's beginning for
 * gradient attacks, is not read. Thread-safe.
 *
 * @since 0.1.0
 */
public final class GoalTargetCsvReader implements DatasetReader {
    private static final List<String> COLUMNS = List.of("goal", "target");

    @Override
    public String format() {
        return "AdvBench CSV (goal,target)";
    }

    @Override
    public boolean reads(DatasetInput input) {
        List<String> header = CsvTable.header(input);
        return (header.contains("goal") || header.contains("target"))
                && !header.contains("Behavior")
                && !header.contains("BehaviorID");
    }

    @Override
    public DatasetRows open(DatasetInput input) throws IOException {
        return CsvTable.open(input, COLUMNS, row -> DatasetRow.of(row.line(), "row-" + row.number(), row.get("goal")));
    }
}
