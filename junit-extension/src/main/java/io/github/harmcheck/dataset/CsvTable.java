package io.github.harmcheck.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.harmcheck.internal.Texts;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A CSV file (RFC 4180) with a header, read row by row. Every row must have as many fields as the header; a quote must
 * be closed; a field may have {@link DatasetInput#MAX_ITEM_CHARS} characters. Columns a format does not know are left
 * alone. Not thread-safe.
 */
final class CsvTable implements Closeable {
    private static final Pattern LINE = Pattern.compile("\\bline (\\d{1,18})\\b");

    private final DatasetInput input;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    /** One row by the names of its columns. */
    record Fields(long line, long number, Function<String, String> column) {
        String get(String name) {
            return column.apply(name);
        }

        /** Returns the labels of a field that separates them by commas. */
        List<String> list(String name) {
            List<String> parts = new ArrayList<>();
            for (String part : get(name).split(",", -1)) {
                if (!part.isBlank()) {
                    parts.add(part.strip());
                }
            }
            return parts;
        }
    }

    private long number;

    private CsvTable(DatasetInput input, CsvReader<CsvRecord> reader) {
        this.input = input;
        this.reader = reader;
        this.records = reader.iterator();
    }

    /**
     * Opens a table of a dataset.
     *
     * @param required columns it must have
     * @param mapping makes a row of one record's fields
     */
    static DatasetRows open(DatasetInput input, List<String> required, Function<Fields, DatasetRow> mapping)
            throws IOException {
        CsvTable table = open(input, required);
        return new DatasetRows() {
            @Override
            public Optional<DatasetRow> next() throws IOException {
                return table.next().map(mapping);
            }

            @Override
            public void close() throws IOException {
                table.close();
            }
        };
    }

    /**
     * Opens a table.
     *
     * @param required columns it must have
     */
    static CsvTable open(DatasetInput input, List<String> required) throws IOException {
        Reader text = input.open();
        try {
            CsvTable table = new CsvTable(input, reader(text));
            table.readHeader(required);
            return table;
        } catch (RuntimeException | IOException e) {
            text.close();
            throw e;
        }
    }

    /** Returns the columns that a file begins with; none where its head is no CSV. */
    static List<String> header(DatasetInput input) {
        if (!input.fileType().equals("csv")) {
            return List.of();
        }
        try (CsvReader<CsvRecord> reader = reader(new StringReader(input.head()))) {
            Iterator<CsvRecord> first = reader.iterator();
            return first.hasNext() ? first.next().getFields() : List.of();
        } catch (CsvParseException | IOException e) {
            return List.of();
        }
    }

    private static CsvReader<CsvRecord> reader(Reader text) {
        return CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(DatasetInput.MAX_ITEM_CHARS)
                .ofCsvRecord(text);
    }

    private void readHeader(List<String> required) throws IOException {
        CsvRecord header = read().orElseThrow(() -> input.problem(1, "there is no header", "write one"));
        for (String column : header.getFields()) {
            if (columns.put(column, columns.size()) != null) {
                throw input.problem(
                        header.getStartingLineNumber(),
                        "the column " + Texts.quoted(column, 60) + " is there twice",
                        "remove or rename one");
            }
        }
        for (String column : required) {
            if (!columns.containsKey(column)) {
                String found = header.getFields().stream()
                        .limit(20)
                        .map(name -> Texts.quoted(name, 40))
                        .collect(Collectors.joining(", "));
                String near = Nearest.to(column, columns.keySet())
                        .filter(name -> !required.contains(name))
                        .map(name -> "rename " + Texts.quoted(name, 60) + " to it")
                        .orElse("add it, with empty fields where there is no value");
                throw input.problem(
                        header.getStartingLineNumber(),
                        "the column \"" + column + "\" is missing; the header has " + found,
                        near);
            }
        }
    }

    /** Returns the names of the columns. */
    Set<String> columns() {
        return columns.keySet();
    }

    /** Reads the next row; nothing at the end of the file. */
    Optional<Fields> next() throws IOException {
        return read().map(this::fields);
    }

    private Fields fields(CsvRecord csv) {
        number++;
        if (csv.getFieldCount() != columns.size()) {
            throw input.problem(
                    csv.getStartingLineNumber(),
                    "the row that begins " + Texts.quoted(csv.getField(0), 60) + " has " + csv.getFieldCount()
                            + " fields, and the header has " + columns.size(),
                    "put fields with commas or line breaks in double quotes");
        }
        return new Fields(csv.getStartingLineNumber(), number, name -> {
            Integer index = columns.get(name);
            return index == null ? "" : csv.getField(index);
        });
    }

    private Optional<CsvRecord> read() throws IOException {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof DatasetException problem) {
                throw problem;
            }
            throw malformed(e);
        }
    }

    private DatasetException malformed(CsvParseException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("maximum buffer size")) {
            message = "one field is longer than " + DatasetInput.MAX_ITEM_CHARS + " characters";
        }
        Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
        return input.problem(
                line.find() ? Long.parseLong(line.group(1)) : 0,
                Texts.oneLine(message, 300),
                "close each double quote, and write one inside a quoted field twice",
                e);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
