package io.github.harmcheck.attack.encoding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes a reply in which characters are written as escapes, such as {@code %41}. Fewer than three
 * escaped letters, and escapes that decode to no text, may stand in any reply and stay as they are.
 */
final class EscapeDecoder implements UnaryOperator<String> {
    private static final int LEAST = 3;

    private final Pattern escape;
    private final Function<Matcher, byte[]> octets;

    /**
     * Creates a decoder.
     *
     * @param escape one escape; must not need backtracking
     * @param octets what an escape stands for, in UTF-8; escapes that touch are put together before they are read
     */
    EscapeDecoder(Pattern escape, Function<Matcher, byte[]> octets) {
        this.escape = escape;
        this.octets = octets;
    }

    @Override
    public String apply(String reply) {
        Matcher matcher = escape.matcher(reply);
        int found = 0;
        while (found < LEAST && matcher.find()) {
            found += isLetter(octets.apply(matcher)) ? 1 : 0;
        }
        if (found < LEAST) {
            return reply;
        }
        String decoded = decode(reply);
        boolean text = ReadableText.noise(decoded) <= ReadableText.noise(reply);
        return text ? decoded : reply;
    }

    /** Blanks and signs are often escaped in plain text, in addresses for example. */
    private static boolean isLetter(byte[] character) {
        return character.length > 0 && (character[0] < 0 || Character.isLetter(character[0]));
    }

    /** Decodes every escape, whatever comes out. */
    String decode(String text) {
        Matcher matcher = escape.matcher(text);
        StringBuilder decoded = new StringBuilder(text.length());
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        int copied = 0;
        while (matcher.find()) {
            if (matcher.start() > copied) {
                decoded.append(flush(held)).append(text, copied, matcher.start());
            }
            held.writeBytes(octets.apply(matcher));
            copied = matcher.end();
        }
        return decoded.append(flush(held)).append(text, copied, text.length()).toString();
    }

    private static String flush(ByteArrayOutputStream held) {
        String text = held.toString(StandardCharsets.UTF_8);
        held.reset();
        return text;
    }
}
