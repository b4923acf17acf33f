package io.github.harmcheck.internal;

/**
 * Makes untrusted text fit to stand in a message: secrets masked, shortened, on one line, control and direction characters
 * escaped.
 */
public final class Texts {
    /** Behind the cut, to see the secrets that it would cut in two. */
    private static final int LOOKED_AHEAD = 4_096;

    private Texts() {}

    /**
     * Returns the text in double quotes, escaped by {@link #oneLine}.
     *
     * @param maxChars characters kept of the text, the rest is replaced by {@code …}
     */
    public static String quoted(String text, int maxChars) {
        return '"' + oneLine(text, maxChars) + '"';
    }

    /**
     * Returns the text on one line: line breaks, control, format (zero-width, bidirectional) and unpaired surrogate
     * characters as {@code \\uXXXX}; secrets masked; cut at a code point boundary.
     */
    public static String oneLine(String untrusted, int maxChars) {
        int looked = (int) Math.min(untrusted.length(), (long) maxChars + LOOKED_AHEAD);
        String text = Secrets.mask(untrusted.substring(0, looked));
        StringBuilder line = new StringBuilder(Math.min(text.length(), maxChars) + 8);
        int index = 0;
        while (index < text.length()) {
            if (index >= maxChars) {
                return line.append('…').toString();
            }
            int codePoint = text.codePointAt(index);
            index += Character.charCount(codePoint);
            appendVisible(line, codePoint);
        }
        return line.toString();
    }

    private static void appendVisible(StringBuilder line, int codePoint) {
        switch (codePoint) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                if (isInvisible(codePoint)) {
                    for (char unit : Character.toChars(codePoint)) {
                        line.append("\\u").append(hex(unit));
                    }
                } else {
                    line.appendCodePoint(codePoint);
                }
            }
        }
    }

    private static String hex(char unit) {
        String digits = Integer.toHexString(unit);
        return "0000".substring(digits.length()) + digits;
    }

    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isISOControl(codePoint)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.UNASSIGNED;
    }
}
