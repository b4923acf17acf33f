package io.github.harmcheck.attack.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Sends the request as Base64 of its UTF-8 bytes (Wei et al. 2023, arXiv 2307.02483, section 3.2). Reversible for all
 * well-formed Unicode. Options and variants: those of all encodings, {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class Base64Attack extends EncodingAttack {
    /** The fewest symbols of a line that is taken to be wrapped. */
    private static final int WRAPPED = 32;
    /** What part of a character decodes to. */
    private static final String CUT = "\uFFFD";

    private static final UnaryOperator<String> REPLY =
            new SpanDecoder(Base64Attack::isAlphabet, c -> c == '\n' || c == '\r', Base64Attack::span);

    /** For the service loader. */
    public Base64Attack() {
        super("base64", "Base64", "Sends the request as Base64", "Wei et al. 2023, arXiv 2307.02483", "Base64", true);
    }

    @Override
    protected String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected String decode(String encoded) {
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    @Override
    protected String decodeReply(String reply) {
        return REPLY.apply(reply);
    }

    private static boolean isAlphabet(int c) {
        boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        boolean digit = c >= '0' && c <= '9';
        return letter || digit || c == '+' || c == '/' || c == '-' || c == '_' || c == '=';
    }

    /** Lines that go on where a full line of at least 32 symbols ended are one text; others stand for themselves. */
    private static Optional<String> span(String run) {
        StringBuilder out = new StringBuilder(run.length());
        boolean found = false;
        int start = 0;
        while (start < run.length()) {
            int end = endOfText(run, start);
            Optional<String> text = text(run.substring(start, end));
            found |= text.isPresent();
            out.append(text.isPresent() ? text.get() : run.substring(start, end));
            start = end;
            while (start < run.length() && run.charAt(start) < ' ') {
                out.append(run.charAt(start++));
            }
        }
        return found ? Optional.of(out.toString()) : Optional.empty();
    }

    private static int endOfText(String run, int start) {
        int end = endOfLine(run, start);
        String line = run.substring(start, end);
        while (isFull(line)) {
            int next = end + (run.startsWith("\r\n", end) ? 2 : 1);
            if (next >= run.length()) {
                break;
            }
            int nextEnd = endOfLine(run, next);
            String nextLine = run.substring(next, nextEnd);
            if (!goesOn(line, nextLine)) {
                break;
            }
            line = nextLine;
            end = nextEnd;
        }
        return end;
    }

    private static int endOfLine(String run, int start) {
        int end = start;
        while (end < run.length() && run.charAt(end) >= ' ') {
            end++;
        }
        return end;
    }

    private static boolean isFull(String line) {
        return line.length() >= WRAPPED && line.length() % 4 == 0 && !line.endsWith("=");
    }

    /** A word on the next line decodes to noise; a wrapped line only where a character was cut at its ends. */
    private static boolean goesOn(String line, String next) {
        if (next.isEmpty() || next.length() > line.length()) {
            return false;
        }
        String text = decoded(next);
        int from = 0;
        int to = text.length();
        if (decoded(line).endsWith(CUT)) {
            while (from < to && text.startsWith(CUT, from)) {
                from++;
            }
        }
        if (next.length() == line.length()) {
            while (to > from && text.startsWith(CUT, to - 1)) {
                to--;
            }
        }
        return ReadableText.noise(text.substring(from, to)) == 0;
    }

    private static Optional<String> text(String symbols) {
        return ReadableText.of(decoded(symbols));
    }

    /** Decodes leniently: URL-safe symbols, missing padding, an incomplete group at the end. */
    private static String decoded(String run) {
        StringBuilder symbols = new StringBuilder(run.length());
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            if (c == '-' || c == '_') {
                symbols.append(c == '-' ? '+' : '/');
            } else if (c > ' ' && c != '=') {
                symbols.append(c);
            }
        }
        if (symbols.length() % 4 == 1) {
            // Cut in the middle of a group: the last symbol alone says nothing.
            symbols.setLength(symbols.length() - 1);
        }
        return new String(Base64.getDecoder().decode(symbols.toString()), StandardCharsets.UTF_8);
    }
}
