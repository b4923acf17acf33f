package io.github.harmcheck.attack.encoding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Sends the request in international Morse code (ITU-R M.1677-1): a blank between letters, {@code " / "} between words, a
 * line break stays. CipherChat, Yuan et al. 2023 (arXiv 2308.06463). A character without a code stays as it is. Reversible
 * for texts of capitals, digits and the punctuation that has a code, with single blanks between words. Options and
 * variants: those of all encodings, {@code encodings.answer}.
 *
 * @since 0.1.0
 */
public final class MorseAttack extends EncodingAttack {
    private static final String[] CODES =
            ("A .- B -... C -.-. D -.. E . F ..-. G --. H .... I .. J .--- K -.- L .-.. M -- N -. O --- P .--. "
                            + "Q --.- R .-. S ... T - U ..- V ...- W .-- X -..- Y -.-- Z --.. "
                            + "0 ----- 1 .---- 2 ..--- 3 ...-- 4 ....- 5 ..... 6 -.... 7 --... 8 ---.. 9 ----. "
                            + "= -...- : ---... , --..-- . .-.-.- ? ..--.. ' .----. - -....- / -..-. ( -.--. ) -.--.- "
                            + "\" .-..-. + .-.-. @ .--.-. ! -.-.-- ; -.-.-. & .-... _ ..--.- $ ...-..-")
                    .split(" ", -1);
    private static final Map<Character, String> CODE_OF = new HashMap<>();
    private static final Map<String, Character> CHARACTER_OF = new HashMap<>();

    static {
        for (int i = 0; i < CODES.length; i += 2) {
            CODE_OF.put(CODES[i].charAt(0), CODES[i + 1]);
            CHARACTER_OF.put(CODES[i + 1], CODES[i].charAt(0));
        }
    }

    private static final Pattern LETTERS_END = Pattern.compile(" ");
    private static final int SHORT = 8;
    private static final UnaryOperator<String> REPLY =
            new SpanDecoder(MorseAttack::isSign, c -> c <= ' ' || c == '/' || c == '|', MorseAttack::span);

    /** For the service loader. */
    public MorseAttack() {
        super(
                "morse",
                "Morse",
                "Sends the request in Morse code",
                "CipherChat, Yuan et al. 2023, arXiv 2308.06463",
                "Morse code, with / between words",
                true);
    }

    /** Returns the characters that have a code. */
    static Set<Character> alphabet() {
        return CODE_OF.keySet();
    }

    @Override
    protected String encode(String text) {
        String capitals = text.toUpperCase(Locale.ROOT);
        StringBuilder encoded = new StringBuilder(capitals.length() * 4);
        boolean first = true;
        int i = 0;
        while (i < capitals.length()) {
            int codePoint = capitals.codePointAt(i);
            i += Character.charCount(codePoint);
            if (codePoint == '\n') {
                encoded.append('\n');
                first = true;
                continue;
            }
            if (!first) {
                encoded.append(' ');
            }
            first = false;
            if (codePoint <= ' ') {
                encoded.append('/');
            } else {
                String code = codePoint < 128 ? CODE_OF.get((char) codePoint) : null;
                encoded.append(code == null ? Character.toString(codePoint) : code);
            }
        }
        return encoded.toString();
    }

    @Override
    protected String decode(String encoded) {
        StringBuilder text = new StringBuilder(encoded.length() / 3);
        for (String token : tokens(encoded)) {
            switch (token) {
                case "" -> {}
                case "/" -> text.append(' ');
                case "\n" -> text.append('\n');
                default -> {
                    Character character = CHARACTER_OF.get(token);
                    if (character == null) {
                        text.append(token);
                    } else {
                        text.append(character.charValue());
                    }
                }
            }
        }
        return text.toString();
    }

    @Override
    protected String decodeReply(String reply) {
        return REPLY.apply(reply);
    }

    private static String[] tokens(String encoded) {
        return LETTERS_END.split(encoded.replace("\n", " \n "));
    }

    private static boolean isSign(int c) {
        return "-.\u2212\u2013\u2014_\u00B7\u2022".indexOf(c) >= 0;
    }

    /** Dashes and dots also stand in rules, lists and tables; those are not Morse, and do not read as text. */
    private static Optional<String> span(String run) {
        String normal = run.replace('\u2212', '-')
                .replace('\u2013', '-')
                .replace('\u2014', '-')
                .replace('_', '-')
                .replace('\u00B7', '.')
                .replace('\u2022', '.')
                .replace("\r", "")
                .replace('|', '/')
                .replace('\t', ' ')
                .replace("/", " / ")
                .replace("   ", " / ");
        StringBuilder text = new StringBuilder(normal.length() / 3);
        Set<String> distinct = new HashSet<>();
        int unknown = 0;
        int known = 0;
        for (String token : tokens(normal)) {
            Character character = CHARACTER_OF.get(token);
            if (character != null) {
                text.append(character.charValue());
                distinct.add(token);
                known++;
            } else if (token.equals("\n")) {
                text.append('\n');
            } else if (token.equals("/")) {
                boolean between = text.length() > 0 && text.charAt(text.length() - 1) > ' ';
                text.append(between ? " " : "");
            } else if (!token.isEmpty()) {
                text.append(token);
                unknown++;
            }
        }
        boolean common = EnglishWords.evidence(text.toString()).common() > 0;
        boolean morse = unknown * 10 <= known && (common || (known >= SHORT && distinct.size() > 3));
        return morse ? Optional.of(text.toString()) : Optional.empty();
    }
}
