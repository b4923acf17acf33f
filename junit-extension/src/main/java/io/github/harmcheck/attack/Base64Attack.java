package io.github.harmcheck.attack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Sends the request as Base64 of its UTF-8 bytes (Wei et al. 2023, arXiv 2307.02483, section 3.2). Reversible for all
 * well-formed Unicode. Options and variants: those of all encodings, {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class Base64Attack extends EncodingAttack {
    private static final UnaryOperator<String> REPLY =
            new SpanDecoder(Base64Attack::isAlphabet, c -> c == '\n' || c == '\r', Base64Attack::span);

    /** For the service loader. */
    public Base64Attack() {
        super("base64", "Sends the request as Base64 (Wei et al. 2023, arXiv 2307.02483).", "Base64", true);
    }

    @Override
    String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    String decode(String encoded) {
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    @Override
    String decodeReply(String reply) {
        return REPLY.apply(reply);
    }

    private static boolean isAlphabet(int c) {
        boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        boolean digit = c >= '0' && c <= '9';
        return letter || digit || c == '+' || c == '/' || c == '-' || c == '_' || c == '=';
    }

    /** A run of lines is one wrapped text, or else several texts or words on lines of their own. */
    private static Optional<String> span(String run) {
        Optional<String> wrapped = text(run);
        if (wrapped.isPresent() || run.indexOf('\n') < 0) {
            return wrapped;
        }
        String lines = run.lines().map(line -> text(line).orElse(line)).collect(Collectors.joining("\n"));
        return lines.equals(run) ? Optional.empty() : Optional.of(lines);
    }

    private static Optional<String> text(String run) {
        StringBuilder symbols = new StringBuilder(run.length());
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            switch (c) {
                case '\r', '\n', '=' -> {}
                case '-' -> symbols.append('+');
                case '_' -> symbols.append('/');
                default -> symbols.append(c);
            }
        }
        if (symbols.length() % 4 == 1) {
            // Cut in the middle of a group: the last symbol alone says nothing.
            symbols.setLength(symbols.length() - 1);
        }
        try {
            return ReadableText.ofUtf8(Base64.getDecoder().decode(symbols.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
