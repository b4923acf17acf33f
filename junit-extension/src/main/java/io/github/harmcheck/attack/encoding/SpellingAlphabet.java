package io.github.harmcheck.attack.encoding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The spelling alphabet of NATO. */
final class SpellingAlphabet {
    private static final String[] WORDS =
            ("Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike "
                            + "November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu "
                            + "Zero One Two Three Four Five Six Seven Eight Nine")
                    .split(" ", -1);
    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final Map<String, Character> CHARACTER_OF = new HashMap<>();
    private static final Pattern BLANK = Pattern.compile(" ");

    static {
        for (int i = 0; i < WORDS.length; i++) {
            CHARACTER_OF.put(WORDS[i].toLowerCase(Locale.ROOT), CHARACTERS.charAt(i));
        }
        Map.of("alpha", 'A', "juliet", 'J', "whisky", 'W', "xray", 'X').forEach(CHARACTER_OF::put);
    }

    private SpellingAlphabet() {}

    static String spell(String text) {
        String capitals = text.toUpperCase(Locale.ROOT);
        StringBuilder spelled = new StringBuilder(capitals.length() * 7);
        boolean first = true;
        int i = 0;
        while (i < capitals.length()) {
            int codePoint = capitals.codePointAt(i);
            i += Character.charCount(codePoint);
            if (codePoint == '\n') {
                spelled.append('\n');
                first = true;
                continue;
            }
            spelled.append(first ? "" : " ");
            first = false;
            int place = CHARACTERS.indexOf(codePoint);
            spelled.append(codePoint == ' ' ? "/" : place >= 0 ? WORDS[place] : Character.toString(codePoint));
        }
        return spelled.toString();
    }

    static String read(String spelled) {
        StringBuilder text = new StringBuilder(spelled.length() / 5);
        for (String token : BLANK.split(spelled.replace("\n", " \n "), -1)) {
            if (token.equals("/")) {
                text.append(' ');
            } else {
                Character read = CHARACTER_OF.get(token.toLowerCase(Locale.ROOT));
                text.append(read == null ? token : read.toString());
            }
        }
        return text.toString();
    }

    /** Reads what is spelled in each line; a text in which words of the alphabet just stand stays. */
    static String readReply(String reply) {
        StringBuilder read = new StringBuilder(reply.length());
        int start = 0;
        while (start <= reply.length()) {
            int newline = reply.indexOf('\n', start);
            int end = newline < 0 ? reply.length() : newline;
            readLine(reply.substring(start, end), read);
            read.append(newline < 0 ? "" : "\n");
            start = end + 1;
        }
        return read.toString();
    }

    private static void readLine(String line, StringBuilder read) {
        String[] tokens = BLANK.split(line, -1);
        int i = 0;
        while (i < tokens.length) {
            StringBuilder text = new StringBuilder();
            int end = i;
            while (end < tokens.length && append(tokens[end], text)) {
                end++;
            }
            boolean spelled =
                    end - i > 1 && EnglishWords.evidence(text.toString()).common() > 0;
            int next = Math.max(end, i + 1);
            read.append(i == 0 ? "" : " ")
                    .append(
                            spelled
                                    ? text
                                    : String.join(" ", Arrays.asList(tokens).subList(i, next)));
            i = next;
        }
    }

    /** Appends what a token spells, if it does: a word, with a comma perhaps, the end of a word, or a sign of its own. */
    private static boolean append(String token, StringBuilder text) {
        if (token.equals("/")) {
            text.append(' ');
            return true;
        }
        boolean sign = token.length() == 1 && !Character.isLetterOrDigit(token.charAt(0));
        String word = !sign && token.endsWith(",") ? token.substring(0, token.length() - 1) : token;
        Character character = CHARACTER_OF.get(word.toLowerCase(Locale.ROOT));
        if (character != null) {
            text.append(character.charValue());
        } else if (sign) {
            text.append(token);
        }
        return character != null || sign;
    }
}
