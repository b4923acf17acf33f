package io.github.harmcheck.judge;

import java.text.Normalizer;

/**
 * Brings untrusted text into one form before it is read: compatibility characters composed (NFKC), typographic quotes
 * and apostrophes made plain, invisible characters gone, long texts cut to head and tail. Linear in the text.
 */
final class PlainText {

    /** Characters read from the start of a long reply. */
    static final int HEAD = 12_000;

    /** Characters read from the end of a long reply. */
    static final int TAIL = 4_000;

    private final String text;
    private final boolean cut;

    private PlainText(String text, boolean cut) {
        this.text = text;
        this.cut = cut;
    }

    static PlainText of(String raw) {
        boolean cut = raw.length() > HEAD + TAIL;
        String window = cut ? raw.substring(0, HEAD) + "\n\n" + raw.substring(raw.length() - TAIL) : raw;
        return new PlainText(whole(window), cut);
    }

    /** Returns a text in the one form, uncut. */
    static String whole(String raw) {
        return isPlain(raw) ? raw : plain(Normalizer.normalize(visible(raw), Normalizer.Form.NFKC));
    }

    /** Returns the normalised text. */
    String text() {
        return text;
    }

    /** Returns whether the middle of the reply was left out. */
    boolean cut() {
        return cut;
    }

    /** Most replies are visible ASCII, which is in the one form as it is. */
    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= 0x7f || (c < ' ' && c != '\n' && c != '\t')) {
                return false;
            }
        }
        return true;
    }

    private static String visible(String window) {
        StringBuilder kept = new StringBuilder(window.length());
        int codePoint;
        for (int i = 0; i < window.length(); i += Character.charCount(codePoint)) {
            codePoint = window.codePointAt(i);
            if (codePoint == '\n' || codePoint == '\t' || isVisible(codePoint)) {
                kept.appendCodePoint(codePoint);
            }
        }
        return kept.toString();
    }

    private static boolean isVisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }

    private static String plain(String composed) {
        StringBuilder plain = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            plain.append(
                    switch (c) {
                        case '\u2018', '\u2019', '\u201b', '\u02bc', '\u00b4', '`' -> c == '`' ? '`' : '\'';
                        case '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb' -> '"';
                        case '\u2028', '\u2029' -> '\n';
                        default -> c;
                    });
        }
        return plain.toString();
    }
}
