package io.github.harmcheck.dataset;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

class HarmBenchTextCsvReaderTests extends DatasetReaderContract {
    @Override
    DatasetReader reader() {
        return new HarmBenchTextCsvReader();
    }

    @Override
    String fileType() {
        return "csv";
    }

    @Override
    String content(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(i -> "\"" + TEXT + i + "\",standard,illegal,\"a, b\",,\"id_" + i + "_behavior\"")
                .collect(Collectors.joining(
                        "\n", "Behavior,FunctionalCategory,SemanticCategory,Tags,ContextString,BehaviorID\n", ""));
    }

    @Override
    String misspelt() {
        return content(1).replace("ContextString", "ContextStrng");
    }
}
