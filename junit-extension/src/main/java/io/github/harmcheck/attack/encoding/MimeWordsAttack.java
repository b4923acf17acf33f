package io.github.harmcheck.attack.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends the request as MIME encoded words (RFC 2047) in their B form, as garak's encoding probes do (Derczynski et al.
 * 2024, arXiv 2406.11036). A reply may use the Q form too. Reversible for all well-formed Unicode. Options and
 * variants: those of all encodings, {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class MimeWordsAttack extends EncodingAttack {
    /** An encoded word has at most 75 characters. */
    private static final int MOST_OCTETS = 45;

    private static final Pattern WORD =
            Pattern.compile("=\\?(?:UTF-8|US-ASCII)\\?([BQ])\\?([^?\\s]{0,1000})\\?=", Pattern.CASE_INSENSITIVE);

    /** For the service loader. */
    public MimeWordsAttack() {
        super(
                "mime-words",
                "MIME encoded words",
                "Sends the request as MIME encoded words, as in the header of an e-mail",
                "garak, Derczynski et al. 2024, arXiv 2406.11036",
                "MIME encoded words (RFC 2047)",
                true);
    }

    @Override
    protected String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 2);
        int start = 0;
        while (start < text.length() || encoded.length() == 0) {
            int end = endOfWord(text, start);
            String octets = Base64.getEncoder()
                    .encodeToString(text.substring(start, end).getBytes(StandardCharsets.UTF_8));
            encoded.append(start == 0 ? "" : " ")
                    .append("=?UTF-8?B?")
                    .append(octets)
                    .append("?=");
            start = end;
        }
        return encoded.toString();
    }

    @Override
    protected String decode(String encoded) {
        return read(encoded);
    }

    @Override
    protected String decodeReply(String reply) {
        return read(reply);
    }

    private static int endOfWord(String text, int start) {
        int octets = 0;
        int end = start;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            octets += Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
            if (octets > MOST_OCTETS) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    /** Blanks between two encoded words belong to neither. */
    private static String read(String text) {
        Matcher word = WORD.matcher(text);
        StringBuilder read = new StringBuilder(text.length());
        int copied = 0;
        while (word.find()) {
            String between = text.substring(copied, word.start());
            read.append(copied > 0 && between.isBlank() ? "" : between);
            read.append(content(word));
            copied = word.end();
        }
        return read.append(text, copied, text.length()).toString();
    }

    private static String content(Matcher word) {
        String content = word.group(2);
        if (word.group(1).equalsIgnoreCase("Q")) {
            return QuotedPrintableAttack.REPLY.decode(content.replace('_', ' '));
        }
        try {
            return new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return word.group();
        }
    }
}
