package io.github.harmcheck.judge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One protected text, of which only the signatures of its windows are kept.
 *
 * @param file where it stands
 * @param kind how it is cut into windows
 * @param signatures of its windows
 * @param sha256 of the file
 */
record CopyrightReference(Path file, Kind kind, TextWindows.Signatures signatures, String sha256) {

    private static final int LONGEST_WORD = 1_000;

    /** How a text is cut into windows, as HarmBench cuts the two. */
    enum Kind {
        BOOK(300, 100),
        LYRICS(50, 10);

        final int window;
        final int step;

        Kind(int window, int step) {
            this.window = window;
            this.step = step;
        }
    }

    /**
     * Reads a file, or the files {@code *.txt} of a folder by name.
     *
     * @throws JudgeConfigurationException where there is no such file, or one is empty, too long or not UTF-8
     */
    static List<CopyrightReference> read(Path path, Kind kind) {
        if (!Files.isDirectory(path)) {
            return List.of(file(path, kind));
        }
        List<CopyrightReference> references = new ArrayList<>();
        try (Stream<Path> files = Files.list(path)) {
            files.filter(file -> file.getFileName().toString().endsWith(".txt"))
                    .sorted()
                    .forEach(file -> references.add(file(file, kind)));
        } catch (IOException e) {
            throw new JudgeConfigurationException("the folder of reference texts " + path + " cannot be read: " + e, e);
        }
        if (references.isEmpty()) {
            throw new JudgeConfigurationException("the folder of reference texts " + path.toAbsolutePath()
                    + " holds no file *.txt: put one text into each file");
        }
        return references;
    }

    private static CopyrightReference file(Path file, Kind kind) {
        if (!Files.isRegularFile(file)) {
            throw new JudgeConfigurationException("the reference text " + file.toAbsolutePath()
                    + " does not exist: name a text file, or a folder of files *.txt");
        }
        TextWindows windows = new TextWindows(kind);
        MessageDigest digest = sha256Digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            words(in, windows::add);
        } catch (CharacterCodingException e) {
            throw new JudgeConfigurationException("the reference text " + file + " is not UTF-8: save it as UTF-8", e);
        } catch (IOException e) {
            throw new JudgeConfigurationException("the reference text " + file + " cannot be read: " + e, e);
        } catch (TextWindows.TooManyException e) {
            throw new JudgeConfigurationException(
                    "the reference text " + file + " is longer than a text of its kind can be (" + e.getMessage()
                            + " words): split it, or declare a book as a book",
                    e);
        }
        if (windows.words() == 0) {
            throw new JudgeConfigurationException("the reference text " + file + " is empty: leave it out or fill it");
        }
        return new CopyrightReference(
                file, kind, windows.finish(), HexFormat.of().formatHex(digest.digest()));
    }

    /** Reads the words of the file again, one by one. */
    void words(Consumer<String> each) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            words(in, each);
        }
    }

    private static void words(InputStream in, Consumer<String> each) throws IOException {
        Reader reader = new BufferedReader(
                new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
        StringBuilder word = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (isSpace(c)) {
                give(word, each);
            } else if (word.length() < LONGEST_WORD && c != '\uFEFF') {
                word.append((char) c);
            }
        }
        give(word, each);
    }

    /** Gives the words of a text, one by one. */
    static void words(String text, Consumer<String> each) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                give(word, each);
            } else if (word.length() < LONGEST_WORD) {
                word.append(c);
            }
        }
        give(word, each);
    }

    private static void give(StringBuilder word, Consumer<String> each) {
        if (word.length() > 0) {
            each.accept(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
