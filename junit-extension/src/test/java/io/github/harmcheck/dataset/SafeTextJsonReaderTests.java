package io.github.harmcheck.dataset;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

class SafeTextJsonReaderTests extends DatasetReaderContract {
    @Override
    DatasetReader reader() {
        return new SafeTextJsonReader();
    }

    @Override
    String fileType() {
        return "json";
    }

    @Override
    String content(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(i -> "\"If " + TEXT + i + ",\": {\"safe\": [\"wait.\"], \"unsafe\": [\"jump.\"]}")
                .collect(Collectors.joining(",\n", "{\n", "\n}"));
    }

    @Override
    String misspelt() {
        return content(1).replace("unsafe", "unsave");
    }
}
