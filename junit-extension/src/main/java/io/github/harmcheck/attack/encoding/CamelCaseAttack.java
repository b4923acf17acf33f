package io.github.harmcheck.attack.encoding;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Sends the request in camel case, as promptfoo's strategy {@code camelcase} does. Capitals of the request are lost.
 * Reversible for texts without the capitals A to Z. Options and variants: those of all encodings, {@code
 * encodings.answer}.
 *
 * @since 0.1.0
 */
public final class CamelCaseAttack extends EncodingAttack {
    private static final Pattern HUMP =
            Pattern.compile("(?<=[\\p{Ll}\\p{Punct}])(?=[A-Z])|(?<=[\\p{Ll}\\p{Punct}][AI])(?=[A-Z])");
    private static final UnaryOperator<String> REPLY =
            new GuessingDecoder(CamelCaseAttack::readLine, CamelCaseAttack::readLine, false);

    /** For the service loader. */
    public CamelCaseAttack() {
        super(
                "camel-case",
                "Camel case",
                "Sends the request without blanks, each word begun with a capital",
                "promptfoo, 2024, its strategy camelcase",
                "camel case, without blanks and with a capital where a word begins",
                true);
    }

    @Override
    protected String encode(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        StringBuilder encoded = new StringBuilder(small.length());
        for (int i = 0; i < small.length(); i++) {
            char next = i + 1 < small.length() ? small.charAt(i + 1) : ' ';
            if (small.charAt(i) == ' ' && next >= 'a' && next <= 'z') {
                encoded.append((char) (next - 'a' + 'A'));
                i++;
            } else {
                encoded.append(small.charAt(i));
            }
        }
        return encoded.toString();
    }

    @Override
    protected String decode(String encoded) {
        StringBuilder text = new StringBuilder(encoded.length() * 2);
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            boolean capital = c >= 'A' && c <= 'Z';
            text.append(capital ? " " : "").append(capital ? (char) (c - 'A' + 'a') : c);
        }
        return text.toString();
    }

    @Override
    protected String decodeReply(String reply) {
        return REPLY.apply(reply);
    }

    /** Brands and names of classes have fewer humps than sentences. */
    private static String readLine(String line) {
        String read = HUMP.matcher(line).replaceAll(" ");
        return read.length() - line.length() < 3 ? line : read;
    }
}
