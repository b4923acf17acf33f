package io.github.harmcheck.dataset;

import java.io.IOException;
import java.util.List;

/**
 * Reads HarmBench's text behaviors: {@code Behavior, FunctionalCategory, SemanticCategory, Tags, ContextString,
 * BehaviorID} (arXiv 2402.04249; data/behavior_datasets/harmbench_behaviors_text_*.csv). Thread-safe.
 *
 * @since 0.1.0
 */
public final class HarmBenchTextCsvReader implements DatasetReader {
    private static final List<String> COLUMNS =
            List.of("Behavior", "FunctionalCategory", "SemanticCategory", "Tags", "ContextString", "BehaviorID");

    @Override
    public String format() {
        return "HarmBench text CSV (" + String.join(",", COLUMNS) + ")";
    }

    @Override
    public boolean reads(DatasetInput input) {
        List<String> header = CsvTable.header(input);
        return (header.contains("FunctionalCategory") || header.contains("SemanticCategory"))
                && !HarmBenchMultimodalCsvReader.describesImages(header);
    }

    @Override
    public DatasetRows open(DatasetInput input) throws IOException {
        return CsvTable.open(
                input,
                COLUMNS,
                row -> new DatasetRow(
                        row.line(),
                        row.get("BehaviorID"),
                        row.get("Behavior"),
                        row.get("FunctionalCategory"),
                        row.get("SemanticCategory"),
                        row.get("ContextString"),
                        row.list("Tags"),
                        "",
                        null));
    }
}
