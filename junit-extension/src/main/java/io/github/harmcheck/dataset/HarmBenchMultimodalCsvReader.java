package io.github.harmcheck.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads HarmBench's multimodal behaviors: {@code Behavior, BehaviorID, FunctionalCategory, SemanticCategory,
 * ImageFileName, Source, ImageDescription, RedactedImageDescription, Tags} (arXiv 2402.04249;
 * data/behavior_datasets/harmbench_behaviors_multimodal_all.csv). The redacted description, which says what the image
 * shows without giving the request away, becomes the context; the image's name becomes the tag
 * {@code image:<ImageFileName>}. Thread-safe.
 *
 * @since 0.1.0
 */
public final class HarmBenchMultimodalCsvReader implements DatasetReader {
    private static final List<String> COLUMNS = List.of(
            "Behavior",
            "BehaviorID",
            "FunctionalCategory",
            "SemanticCategory",
            "ImageFileName",
            "Source",
            "ImageDescription",
            "RedactedImageDescription",
            "Tags");

    @Override
    public String format() {
        return "HarmBench multimodal CSV (" + String.join(",", COLUMNS) + ")";
    }

    @Override
    public boolean reads(DatasetInput input) {
        return describesImages(CsvTable.header(input));
    }

    @Override
    public DatasetRows open(DatasetInput input) throws IOException {
        return CsvTable.open(input, COLUMNS, row -> {
            List<String> tags = new ArrayList<>(row.list("Tags"));
            if (!row.get("ImageFileName").isBlank()) {
                tags.add("image:" + row.get("ImageFileName"));
            }
            return new DatasetRow(
                    row.line(),
                    row.get("BehaviorID"),
                    row.get("Behavior"),
                    row.get("FunctionalCategory"),
                    row.get("SemanticCategory"),
                    row.get("RedactedImageDescription"),
                    tags,
                    "",
                    null);
        });
    }

    static boolean describesImages(List<String> header) {
        return header.contains("ImageFileName")
                || header.contains("ImageDescription")
                || header.contains("RedactedImageDescription");
    }
}
