package io.github.harmcheck.dataset;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.internal.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A dataset's file as a {@link DatasetReader} sees it: strictly decoded text that can be opened again and again.
 * Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class DatasetInput {

    /** Longest item, field or line a reader should take, in characters: about 300 times the longest known one. */
    public static final int MAX_ITEM_CHARS = 1 << 20;

    private static final int HEAD_CHARS = 4096;

    private final ByteSource source;
    private final String defaultName;
    private final @Nullable String defaultSplit;
    private final String head;

    DatasetInput(ByteSource source, @Nullable String name, @Nullable String split) {
        this.source = source;
        this.defaultName = name != null ? name : nameOf(source.fileName());
        this.defaultSplit = split;
        this.head = readHead();
    }

    /**
     * Returns the input for a file, for tests of a reader.
     *
     * @throws DatasetException where it is not a readable file of UTF-8 text, or blank
     */
    public static DatasetInput of(Path file) {
        return new DatasetInput(FileSource.of(file), null, null);
    }

    /**
     * Returns the input for a resource on the class path.
     *
     * @throws DatasetException where there is none
     */
    public static DatasetInput ofResource(String name) {
        return new DatasetInput(ClasspathSource.of(name), null, null);
    }

    /** Returns how messages name the file; safe to print. */
    public String label() {
        return source.label();
    }

    /** Returns the file's extension in lower case without the dot, or nothing. */
    public String fileType() {
        String name = source.fileName();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Returns the first 4,096 characters, or all where there are fewer; never blank. Untrusted text. */
    public String head() {
        return head;
    }

    /**
     * Opens the text from its start, without byte order mark. A read that meets bytes that are not UTF-8 throws a
     * {@link DatasetException}.
     */
    public Reader open() throws IOException {
        return new StrictUtf8Reader(source.open(), source.label());
    }

    /**
     * Creates the exception for bad input.
     *
     * @param line line of the file from 1, or 0 where no line is meant
     * @param problem what is wrong, with the value quoted by the caller
     * @param fix what to do
     */
    public DatasetException problem(long line, String problem, String fix) {
        return new DatasetException(message(line, problem, fix));
    }

    /** Creates the exception for bad input that a parser has found. */
    public DatasetException problem(long line, String problem, String fix, Throwable cause) {
        return new DatasetException(message(line, problem, fix), cause);
    }

    private String message(long line, String problem, String fix) {
        return label() + (line > 0 ? ", line " + line : "") + ": " + problem + (fix.isEmpty() ? "" : "; " + fix);
    }

    /** Returns the name of the dataset where its header states none. */
    String defaultName() {
        return defaultName;
    }

    /** Returns the split of rows that name none, or null. */
    @Nullable
    String defaultSplit() {
        return defaultSplit;
    }

    InputStream openBytes() throws IOException {
        return source.open();
    }

    private String readHead() {
        StringBuilder text = new StringBuilder();
        try (Reader reader = open()) {
            char[] buffer = new char[HEAD_CHARS];
            while (text.length() < HEAD_CHARS) {
                int n = reader.read(buffer, 0, HEAD_CHARS - text.length());
                if (n < 0) {
                    break;
                }
                text.append(buffer, 0, n);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (text.toString().isBlank()) {
            throw problem(
                    0, text.length() < HEAD_CHARS ? "is empty" : "begins with blanks only", "write its rows to it");
        }
        return text.toString();
    }

    DatasetException unreadable(IOException e) {
        return new DatasetException(
                label() + ": cannot be read (" + Texts.oneLine(String.valueOf(e.getMessage()), 200) + ")", e);
    }

    private static String nameOf(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String base = dot > 0 ? fileName.substring(0, dot) : fileName;
        String name = base.replaceAll("[^A-Za-z0-9._+-]+", "-");
        String cut = name.substring(0, Math.min(name.length(), 100));
        return AttemptKey.isPart(cut) ? cut : "dataset";
    }
}
