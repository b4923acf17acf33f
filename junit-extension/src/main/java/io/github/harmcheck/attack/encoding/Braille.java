package io.github.harmcheck.attack.encoding;

import java.util.HashMap;
import java.util.Map;

/** Uncontracted English Braille in Unicode's Braille patterns. */
final class Braille {
    private static final int FIRST = 0x2800;
    private static final int LAST = 0x28FF;
    private static final char CAPITAL = '\u2820';
    private static final char NUMBER = '\u283C';
    private static final char LETTER = '\u2830';
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String SIGNS = ",;:.!?'-";
    /** The letters a to j with a number sign are these digits. */
    private static final String DIGITS = "1234567890";

    private static final String PATTERNS =
            "\u2801\u2803\u2809\u2819\u2811\u280B\u281B\u2813\u280A\u281A\u2805\u2807\u280D"
                    + "\u281D\u2815\u280F\u281F\u2817\u280E\u281E\u2825\u2827\u283A\u282D\u283D\u2835"
                    + "\u2802\u2806\u2812\u2832\u2816\u2826\u2804\u2824";
    private static final Map<Character, Character> PATTERN_OF = new HashMap<>();
    private static final Map<Character, Character> CHARACTER_OF = new HashMap<>();

    static {
        String characters = LETTERS + SIGNS;
        for (int i = 0; i < characters.length(); i++) {
            PATTERN_OF.put(characters.charAt(i), PATTERNS.charAt(i));
            CHARACTER_OF.put(PATTERNS.charAt(i), characters.charAt(i));
        }
    }

    private Braille() {}

    static boolean isPattern(int c) {
        return c >= FIRST && c <= LAST;
    }

    static String write(String text) {
        StringBuilder written = new StringBuilder(text.length() * 2);
        boolean number = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = DIGITS.indexOf(c);
            if (digit >= 0) {
                written.append(number ? "" : NUMBER).append(PATTERNS.charAt(digit));
                number = true;
                continue;
            }
            char small = c >= 'A' && c <= 'Z' ? Character.toLowerCase(c) : c;
            if (small != c) {
                written.append(CAPITAL);
            } else if (number && c >= 'a' && c <= 'j') {
                written.append(LETTER);
            }
            number = false;
            written.append(PATTERN_OF.getOrDefault(small, small).charValue());
        }
        return written.toString();
    }

    static String read(String written) {
        StringBuilder text = new StringBuilder(written.length());
        boolean number = false;
        boolean capital = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == NUMBER) {
                number = true;
            } else if (c == CAPITAL) {
                capital = true;
                number = false;
            } else if (c == LETTER) {
                number = false;
            } else {
                char read = c == FIRST ? ' ' : CHARACTER_OF.getOrDefault(c, c);
                number &= read >= 'a' && read <= 'j' && read != c;
                text.append(number ? DIGITS.charAt(read - 'a') : capital ? Character.toUpperCase(read) : read);
                capital = false;
            }
        }
        return text.toString();
    }
}
