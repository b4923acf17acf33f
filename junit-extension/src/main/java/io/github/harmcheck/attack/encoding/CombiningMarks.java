package io.github.harmcheck.attack.encoding;

/** The combining diacritical marks of Unicode. */
final class CombiningMarks {
    static final int FIRST = 0x300;
    static final int LAST = 0x36F;

    /** Languages that use marks have one in a few words; a disguise has more. */
    private static final int LETTERS_PER_MARK = 6;

    private CombiningMarks() {}

    static String dropped(String text) {
        return CodePoints.without(text, CombiningMarks::isMark);
    }

    /** Returns the reply without its marks where it has so many that no language would. */
    static String readReply(String reply) {
        long marks = reply.codePoints().filter(CombiningMarks::isMark).count();
        boolean latin = reply.codePoints()
                .allMatch(
                        c -> !Character.isLetter(c) || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
        long letters = reply.codePoints().filter(Character::isLetter).count();
        return latin && marks > 1 && marks * LETTERS_PER_MARK >= letters ? dropped(reply) : reply;
    }

    private static boolean isMark(int c) {
        return c >= FIRST && c <= LAST;
    }
}
