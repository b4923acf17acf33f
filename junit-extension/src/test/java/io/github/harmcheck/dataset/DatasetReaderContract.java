package io.github.harmcheck.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.harmcheck.core.Behavior;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every dataset reader keeps. */
abstract class DatasetReaderContract {
    static final String TEXT = "Grüße, \u96ea \uD83D\uDE00 number ";

    @TempDir
    Path folder;

    abstract DatasetReader reader();

    abstract String fileType();

    /** Returns a file in which row i, from 1, has a text that contains {@link #TEXT} and i, and lines end with LF. */
    abstract String content(int rows);

    /** Returns a file with a field or column that does not fit the format, which the reader still takes. */
    abstract String misspelt();

    @Test
    void isTheOnlyOneThatTakesItsFormat() {
        assertThat(Readers.pick(input(content(2)))).hasSameClassAs(reader());
    }

    @Test
    void readsEveryRowInOrder() throws IOException {
        List<DatasetRow> rows = rows(content(5));

        assertThat(rows).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(rows.get(i).text()).contains(TEXT + (i + 1));
        }
        assertThat(rows.stream().map(DatasetRow::id)).doesNotHaveDuplicates().allMatch(id -> !id.isBlank());
        assertThat(rows.stream().map(DatasetRow::line).toList()).isSorted();
        assertThat(rows.get(0).line()).isPositive();
    }

    @Test
    void readsTheSameRowsWithByteOrderMarkAndCarriageReturns() throws IOException {
        assertThat(rows('\uFEFF' + content(3).replace("\n", "\r\n"))).isEqualTo(rows(content(3)));
    }

    @Test
    void saysNothingAfterTheLastRow() throws IOException {
        try (DatasetRows rows = reader().open(input(content(1)))) {
            assertThat(rows.next()).isPresent();
            assertThat(rows.next()).isEmpty();
            assertThat(rows.next()).isEmpty();
        }
    }

    @Test
    void readsARowWithoutReadingTheFile() throws IOException {
        MemorySource source = new MemorySource("big." + fileType(), content(20_000));
        DatasetInput input = new DatasetInput(source, null, null);
        source.bytesRead = 0;
        try (DatasetRows rows = reader().open(input)) {
            assertThat(rows.next()).isPresent();
        }

        assertThat(source.bytesRead).isPositive().isLessThan(100_000);
        assertThat(source.closed).isEqualTo(source.opened);
    }

    @Test
    void stopsAtBytesThatAreNotUtf8AndNamesTheirLine() throws IOException {
        byte[] good = content(400).getBytes(StandardCharsets.UTF_8);
        int at = content(300).getBytes(StandardCharsets.UTF_8).length - 20;
        byte[] bad = good.clone();
        bad[at] = (byte) 0xE9;
        bad[at + 1] = ' ';
        long line = 1
                + new String(good, 0, at, StandardCharsets.UTF_8)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        Path file = Files.write(folder.resolve("bad." + fileType()), bad);

        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> readAll(file))
                .withMessage(
                        file + ", line " + line + ": the byte 0xE9 is not UTF-8; save the file in the encoding UTF-8");
    }

    @Test
    void doesNotPassAFileThatBreaksOffInARow() throws IOException {
        String whole = content(3);
        Path file = Files.writeString(folder.resolve("cut." + fileType()), whole.substring(0, whole.length() - 8));

        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> readAll(file))
                .withMessageContaining("cut." + fileType() + ", line ");
    }

    @Test
    void doesNotTakeAnItemOfAHundredMegabytes() {
        String whole = content(1);
        int at = whole.indexOf(TEXT);
        String megabyte = "x".repeat(1 << 20);
        List<String> chunks = new ArrayList<>(List.of(whole.substring(0, at)));
        for (int i = 0; i < 100; i++) {
            chunks.add(megabyte);
        }
        chunks.add(whole.substring(at));
        MemorySource source = new MemorySource("long." + fileType(), chunks);

        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> MemorySource.dataset(source).behaviors().toList())
                .withMessageContaining("is longer than 1048576 characters")
                .withMessageMatching("long\\.\\w+, line \\d+: .*; .*");
        assertThat(source.bytesRead).isLessThan(5_000_000);
        assertThat(source.closed).isEqualTo(source.opened);
    }

    @Test
    void namesAMisspeltFieldAndTheNearestKnownOne() {
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> MemorySource.dataset("wrong." + fileType(), misspelt())
                        .behaviors()
                        .toList())
                .withMessageContaining("wrong." + fileType() + ", line ")
                .withMessageMatching(".*(did you mean|rename) \".*");
    }

    private DatasetInput input(String content) {
        return MemorySource.input("file." + fileType(), content);
    }

    private List<DatasetRow> rows(String content) throws IOException {
        List<DatasetRow> all = new ArrayList<>();
        try (DatasetRows rows = reader().open(input(content))) {
            for (Optional<DatasetRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                all.add(row.get());
            }
        }
        return all;
    }

    private static List<Behavior> readAll(Path file) {
        try (Stream<Behavior> behaviors = Datasets.load("file:" + file).behaviors()) {
            return behaviors.toList();
        }
    }
}
