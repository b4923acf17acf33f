package io.github.harmcheck.dataset;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

class AdvBenchCsvReaderTests extends DatasetReaderContract {
    @Override
    DatasetReader reader() {
        return new AdvBenchCsvReader();
    }

    @Override
    String fileType() {
        return "csv";
    }

    @Override
    String content(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(i -> "\"" + TEXT + i + "\",,,,\"advbench_" + i + "_behavior\"")
                .collect(Collectors.joining("\n", "Behavior,Category,Tags,ContextString,BehaviorID\n", ""));
    }

    @Override
    String misspelt() {
        return content(1).replace("Category", "Categorie");
    }
}
