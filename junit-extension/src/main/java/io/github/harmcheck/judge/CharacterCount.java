package io.github.harmcheck.judge;

/** Counts what a text is made of. ASCII is told apart without the tables of Unicode, since it is nearly all of a reply. */
final class CharacterCount {
    private int letters;
    private int foreign;
    private int visible;

    private CharacterCount() {}

    static CharacterCount of(String text) {
        CharacterCount count = new CharacterCount();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                count.addAscii(c);
            } else {
                int codePoint = text.codePointAt(i);
                count.addOther(codePoint);
                i += Character.charCount(codePoint) - 1;
            }
        }
        return count;
    }

    /** Returns the letters. */
    int letters() {
        return letters;
    }

    /** Returns the letters of another script than the Latin one. */
    int foreign() {
        return foreign;
    }

    /** Returns all characters but white space. */
    int visible() {
        return visible;
    }

    static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Returns whether a character is a letter of another script than the Latin one. */
    static boolean isForeignLetter(int codePoint) {
        if (codePoint < 0x80 || !Character.isLetter(codePoint)) {
            return false;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
        return script != Character.UnicodeScript.LATIN && script != Character.UnicodeScript.COMMON;
    }

    private void addAscii(char c) {
        letters += isAsciiLetter(c) ? 1 : 0;
        visible += c > ' ' || !Character.isWhitespace(c) ? 1 : 0;
    }

    private void addOther(int codePoint) {
        visible += Character.isWhitespace(codePoint) ? 0 : 1;
        letters += Character.isLetter(codePoint) ? 1 : 0;
        foreign += isForeignLetter(codePoint) ? 1 : 0;
    }
}
