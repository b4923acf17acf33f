package io.github.harmcheck.judge;

/** Recognises the markers of list items: {@code 1.}, {@code 2)}, {@code -}, {@code *}, {@code •}, {@code Step 3:}. */
final class ListItems {
    private ListItems() {}

    /** Returns where the item's text begins, or 0 where the line is no list item. */
    static int markerEnd(String line) {
        int index = 0;
        while (index < line.length() && "#*_ ".indexOf(line.charAt(index)) >= 0 && index < 6) {
            index++;
        }
        if (line.regionMatches(true, index, "step ", 0, 5)) {
            index += 5;
        }
        int digits = index;
        while (digits < line.length() && digits < index + 3 && isDigit(line.charAt(digits))) {
            digits++;
        }
        if (digits > index && digits < line.length() && ".):".indexOf(line.charAt(digits)) >= 0) {
            return digits + 1;
        }
        boolean bullet = line.length() > 2
                && "-*\u2022\u2013\u2014\u25cf\u25aa\u00b7+".indexOf(line.charAt(0)) >= 0
                && line.charAt(1) == ' ';
        return bullet ? 2 : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
