package io.github.harmcheck.dataset;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

class HarmBenchMultimodalCsvReaderTests extends DatasetReaderContract {
    @Override
    DatasetReader reader() {
        return new HarmBenchMultimodalCsvReader();
    }

    @Override
    String fileType() {
        return "csv";
    }

    @Override
    String content(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(i ->
                        "\"" + TEXT + i + "\",id_" + i + ",multimodal,illegal,a.png,s,\"d, e\",\"r\",\"multimodal\"")
                .collect(Collectors.joining(
                        "\n",
                        "Behavior,BehaviorID,FunctionalCategory,SemanticCategory,ImageFileName,Source,ImageDescription,"
                                + "RedactedImageDescription,Tags\n",
                        ""));
    }

    @Override
    String misspelt() {
        return content(1).replace("SemanticCategory", "SemanticCategroy");
    }
}
