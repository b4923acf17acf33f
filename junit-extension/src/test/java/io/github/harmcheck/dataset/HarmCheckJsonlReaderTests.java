package io.github.harmcheck.dataset;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

class HarmCheckJsonlReaderTests extends DatasetReaderContract {
    @Override
    DatasetReader reader() {
        return new HarmCheckJsonlReader();
    }

    @Override
    String fileType() {
        return "jsonl";
    }

    @Override
    String content(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(i -> "{\"id\":\"b" + i + "\",\"behavior\":\"" + TEXT + i + "\"}")
                .collect(Collectors.joining("\n", "{\"harmcheck\":1}\n", ""));
    }

    @Override
    String misspelt() {
        return content(1).replace("behavior", "behaviour");
    }
}
