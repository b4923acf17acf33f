package io.github.harmcheck.attack.encoding;

import java.util.function.IntUnaryOperator;

/**
 * Writes letters as other characters that read the same, one for one. Reversible for texts without those characters. The
 * app is asked to answer in plain text; letters of the style in its reply are read as what they stand for.
 */
abstract class LetterStyleAttack extends EncodingAttack {
    /** Fewer styled letters are a unit, a footnote or a brand. */
    private static final int LEAST = 3;

    private final IntUnaryOperator style;
    private final IntUnaryOperator plain;

    LetterStyleAttack(
            String id,
            String name,
            String what,
            String source,
            String encodingName,
            IntUnaryOperator style,
            IntUnaryOperator plain) {
        super(id, name, what, source, encodingName, false);
        this.style = style;
        this.plain = plain;
    }

    /** Returns a function that replaces the characters of one text by those of another. */
    static IntUnaryOperator mapping(String from, String to) {
        CharacterMap map = CharacterMap.of(from, to);
        return c -> c < Character.MIN_SUPPLEMENTARY_CODE_POINT ? map.apply((char) c) : c;
    }

    /** Returns a function that moves a range of code points to another place. */
    static IntUnaryOperator moved(int first, int last, int to) {
        return c -> c >= first && c <= last ? c - first + to : c;
    }

    @Override
    protected String encode(String text) {
        return CodePoints.map(text, style);
    }

    @Override
    protected String decode(String encoded) {
        return CodePoints.map(encoded, plain);
    }

    @Override
    protected String decodeReply(String reply) {
        boolean styled = CodePoints.atLeast(LEAST, reply, this::isStyledLetter);
        return styled ? decode(reply) : reply;
    }

    private boolean isStyledLetter(int c) {
        int read = plain.applyAsInt(c);
        return read != c && (Character.isLetter(c) || Character.isLetter(read));
    }
}
