package io.github.harmcheck.dataset;

import java.io.IOException;
import java.util.List;

/**
 * Reads the form in which HarmBench ships AdvBench and TDC 2023: {@code Behavior, Category, Tags, ContextString,
 * BehaviorID} (data/behavior_datasets/extra). Thread-safe.
 *
 * @since 0.1.0
 */
public final class AdvBenchCsvReader implements DatasetReader {
    private static final List<String> COLUMNS = List.of("Behavior", "Category", "Tags", "ContextString", "BehaviorID");

    @Override
    public String format() {
        return "AdvBench CSV (" + String.join(",", COLUMNS) + ")";
    }

    @Override
    public boolean reads(DatasetInput input) {
        List<String> header = CsvTable.header(input);
        return (header.contains("Behavior") || header.contains("BehaviorID"))
                && !header.contains("FunctionalCategory")
                && !header.contains("SemanticCategory")
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
                        "",
                        row.get("Category"),
                        row.get("ContextString"),
                        row.list("Tags"),
                        "",
                        null));
    }
}
