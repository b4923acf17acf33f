package io.github.harmcheck.dataset;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

class GoalTargetCsvReaderTests extends DatasetReaderContract {
    @Override
    DatasetReader reader() {
        return new GoalTargetCsvReader();
    }

    @Override
    String fileType() {
        return "csv";
    }

    @Override
    String content(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(i -> "\"" + TEXT + i + "\",\"Sure, here is " + i + "\"")
                .collect(Collectors.joining("\n", "goal,target\n", ""));
    }

    @Override
    String misspelt() {
        return content(1).replace("target", "targets");
    }
}
