package io.github.harmcheck.dataset;

import io.github.harmcheck.internal.Texts;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * Reads lines of a bounded length; the JDK's own reader would take a line of any length into memory. A line ends with
 * LF or CRLF. Not thread-safe.
 */
final class LineReader implements Closeable {
    private final DatasetInput input;
    private final Reader reader;
    private final char[] buffer = new char[8192];
    private int position;
    private int limit;
    private long number;

    LineReader(DatasetInput input) throws IOException {
        this.input = input;
        this.reader = input.open();
    }

    /** Returns the number of the line read last, from 1. */
    long number() {
        return number;
    }

    /** Reads the next line without its end, or nothing at the end of the file. */
    Optional<String> next() throws IOException {
        if (!fill()) {
            return Optional.empty();
        }
        number++;
        StringBuilder line = new StringBuilder();
        while (fill()) {
            int start = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            line.append(buffer, start, position - start);
            if (line.length() > DatasetInput.MAX_ITEM_CHARS) {
                throw input.problem(
                        number,
                        "the line that begins " + Texts.quoted(line.substring(0, 60), 60) + " is longer than "
                                + DatasetInput.MAX_ITEM_CHARS + " characters",
                        "write one behavior on each line");
            }
            if (position < limit) {
                position++;
                break;
            }
        }
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            line.setLength(length - 1);
        }
        return Optional.of(line.toString());
    }

    private boolean fill() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, reader.read(buffer, 0, buffer.length));
        }
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
