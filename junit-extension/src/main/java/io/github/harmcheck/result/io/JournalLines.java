package io.github.harmcheck.result.io;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of a journal with their numbers, one line ahead so that the last one knows that it is. */
final class JournalLines implements Closeable {
    private final Path journal;
    private final BufferedReader reader;
    private @Nullable String ahead;
    private String text = "";
    private int number;

    JournalLines(Path journal) throws IOException {
        this.journal = journal;
        this.reader = Files.newBufferedReader(journal, StandardCharsets.UTF_8);
        this.ahead = reader.readLine();
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        String line = ahead;
        if (line == null) {
            return false;
        }
        text = line;
        number++;
        ahead = reader.readLine();
        return true;
    }

    String text() {
        return text;
    }

    int number() {
        return number;
    }

    boolean isLast() {
        return ahead == null;
    }

    /** Returns {@code file:line}. */
    String place() {
        return journal + ":" + number;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
