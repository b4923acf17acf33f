package io.github.harmcheck.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.harmcheck.internal.Texts;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of records that is not a dataset, for example of people's labels: CSV (RFC 4180) with a header, or JSON Lines
 * with one object on each line, by its extension. Read one record at a time, as strictly as a dataset. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class RecordFile implements Closeable {

    private final DatasetInput input;
    private final Closeable file;
    private final Reading reading;

    @FunctionalInterface
    private interface Reading {
        Optional<Entry> next() throws IOException;
    }

    /**
     * One record.
     *
     * @param line where it begins, from 1
     * @param number its number, from 1, without the header
     * @param values its values by the names of their columns or fields; untrusted text
     */
    public record Entry(long line, long number, Map<String, String> values) {
        public Entry {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** Returns a value, or the empty text where the record has none of this name. */
        public String value(String name) {
            return values.getOrDefault(name, "");
        }
    }

    private RecordFile(DatasetInput input, Closeable file, Reading reading) {
        this.input = input;
        this.file = file;
        this.reading = reading;
    }

    /**
     * Opens a file.
     *
     * @throws DatasetException where it is neither {@code .csv} nor {@code .jsonl}, or has no header
     */
    public static RecordFile open(DatasetInput input) throws IOException {
        return switch (input.fileType()) {
            case "csv" -> {
                CsvTable table = CsvTable.open(input, List.of());
                yield new RecordFile(input, table, () -> table.next().map(fields -> entry(table, fields)));
            }
            case "jsonl", "ndjson" -> {
                JsonLines lines = new JsonLines(input);
                long[] number = {0};
                yield new RecordFile(input, lines, () -> {
                    Optional<JsonNode> node = lines.next();
                    return node.isEmpty()
                            ? Optional.empty()
                            : Optional.of(entry(input, lines.number(), ++number[0], node.get()));
                });
            }
            default ->
                throw input.problem(
                        0,
                        "the file type " + Texts.quoted(input.fileType(), 20) + " is not known",
                        "write .csv with a header, or .jsonl with one object on each line");
        };
    }

    /** Returns the file, for messages about it. */
    public DatasetInput input() {
        return input;
    }

    /**
     * Reads the next record; nothing at the end of the file.
     *
     * @throws DatasetException for bad input
     */
    public Optional<Entry> next() throws IOException {
        return reading.next();
    }

    private static Entry entry(CsvTable table, CsvTable.Fields fields) {
        Map<String, String> values = new LinkedHashMap<>();
        table.columns().forEach(column -> values.put(column, fields.get(column)));
        return new Entry(fields.line(), fields.number(), values);
    }

    private static Entry entry(DatasetInput input, long line, long number, JsonNode node) {
        if (!node.isObject()) {
            throw input.problem(
                    line, Texts.quoted(node.toString(), 60) + " is not an object", "write {\"id\": …, …} on each line");
        }
        Map<String, String> values = new LinkedHashMap<>();
        node.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isValueNode()) {
                values.put(field.getKey(), value.isNull() ? "" : value.asText());
            }
        });
        return new Entry(line, number, values);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
