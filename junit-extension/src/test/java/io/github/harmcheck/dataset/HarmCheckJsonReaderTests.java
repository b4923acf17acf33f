package io.github.harmcheck.dataset;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

class HarmCheckJsonReaderTests extends DatasetReaderContract {
    @Override
    DatasetReader reader() {
        return new HarmCheckJsonReader();
    }

    @Override
    String fileType() {
        return "json";
    }

    @Override
    String content(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(i -> "{\"id\":\"b" + i + "\",\"behavior\":\"" + TEXT + i + "\"}")
                .collect(Collectors.joining(",\n", "{\"harmcheck\":1,\n\"behaviors\":[\n", "\n]}"));
    }

    @Override
    String misspelt() {
        return content(1).replace("\"id\"", "\"idd\"");
    }
}
