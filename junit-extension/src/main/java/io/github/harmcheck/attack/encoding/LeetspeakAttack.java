package io.github.harmcheck.attack.encoding;

import java.util.function.UnaryOperator;

/**
 * Sends the request with the letters a, e, i, o, s and t written as digits that look like them (Wei et al. 2023, arXiv
 * 2307.02483, section 3.2). Capitals among them are lost, and a digit cannot be told from a letter, so it is reversible
 * for texts without {@code 0 1 3 4 5 7} and {@code A E I O S T}. Options and variants: those of all encodings,
 * {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class LeetspeakAttack extends EncodingAttack {
    static final String LETTERS = "aeiost";
    static final String DIGITS = "431057";
    private static final CharacterMap ENCODE = CharacterMap.of(LETTERS + "AEIOST", DIGITS + DIGITS);
    private static final CharacterMap DECODE = CharacterMap.of(DIGITS + "@$!", LETTERS + "asi");
    private static final CharacterMap DECODE_DIGITS = CharacterMap.of(DIGITS, LETTERS);
    private static final UnaryOperator<String> REPLY = new GuessingDecoder(
            text -> decodeWords(text, LeetspeakAttack::decodeNumber),
            text -> decodeWords(text, number -> number),
            true);

    /** For the service loader. */
    public LeetspeakAttack() {
        super(
                "leetspeak",
                "Leetspeak",
                "Sends the request with letters written as digits that look like them",
                "leetspeak, Wei et al. 2023, arXiv 2307.02483",
                "leetspeak, with digits in place of letters",
                true);
    }

    @Override
    protected String encode(String text) {
        return ENCODE.apply(text);
    }

    @Override
    protected String decode(String encoded) {
        return DECODE_DIGITS.apply(encoded);
    }

    @Override
    protected String decodeReply(String reply) {
        return REPLY.apply(reply);
    }

    /** Decodes words that have a letter, and gives the numbers between them to another. */
    private static String decodeWords(String text, UnaryOperator<String> numbers) {
        StringBuilder decoded = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int start = i;
            boolean letters = false;
            while (i < text.length() && isInsideWord(text, i)) {
                letters |= Character.isLetter(text.charAt(i));
                i++;
            }
            if (i == start) {
                decoded.append(text.charAt(i));
                i++;
            } else {
                String word = text.substring(start, i);
                boolean listed = i < text.length() && !Character.isWhitespace(text.charAt(i));
                decoded.append(letters ? DECODE.apply(word) : listed ? word : numbers.apply(word));
            }
        }
        return decoded.toString();
    }

    /** A number that stands alone in leetspeak is a number, unless it reads as a common word or as I or a. */
    private static String decodeNumber(String number) {
        String read = DECODE.apply(number);
        return read.equals("i") || read.equals("a") || EnglishWords.isCommon(read) ? read : number;
    }

    /** Signs count as letters only inside a word, since an exclamation mark after one is just that. */
    private static boolean isInsideWord(String text, int i) {
        char c = text.charAt(i);
        boolean sign = DECODE.changes(c) || c == '\'' || c == '\u2019';
        return Character.isLetterOrDigit(c)
                || (sign && i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1)));
    }
}
