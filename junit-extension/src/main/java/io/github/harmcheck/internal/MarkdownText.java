package io.github.harmcheck.internal;

/** Text that Markdown shows as it is: no markup, no link, no mention, no cell border. */
public final class MarkdownText {
    private static final String ACTIVE = "\\`*_[]<>#!|~@&$";

    private MarkdownText() {}

    /** Returns the text on one line with everything escaped that Markdown or a page it becomes part of would act on. */
    public static String of(String text, int maxChars) {
        String line = Texts.oneLine(text, maxChars);
        StringBuilder escaped = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            // GitHub makes links of what looks like one: "www." and "://" are enough.
            boolean web = (c == '.' && i >= 3 && line.regionMatches(true, i - 3, "www", 0, 3))
                    || (c == ':' && line.startsWith("//", i + 1));
            if (web || ACTIVE.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
