package io.github.harmcheck.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The user's own expressions of what is secret. */
final class SecretPatterns {
    /** Stands for a text that could not be searched to its end. */
    static final String NOT_SEARCHED = "*** (not shown: an expression of harmcheck.secrets took too long on it)";

    /** About 50 ms; an expression that goes through a text once needs few steps for each character. */
    private static final long STEPS = 10_000_000;

    private static final long STEPS_PER_CHAR = 100;

    private SecretPatterns() {}

    /**
     * Reads expressions, one a line; blank lines and space around an expression count for nothing.
     *
     * @throws PatternSyntaxException where a line is no expression, or one that matches the empty text
     */
    static List<Pattern> parse(String lines) {
        List<Pattern> patterns = new ArrayList<>();
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            Pattern pattern = Pattern.compile(line);
            if (pattern.matcher("").find()) {
                throw new PatternSyntaxException("It matches the empty text", line, -1);
            }
            patterns.add(pattern);
        });
        return List.copyOf(patterns);
    }

    /** Returns the text with all that a pattern matches masked; where that takes too long, nothing of the text. */
    static String mask(String text, List<Pattern> patterns) {
        String masked = text;
        try {
            for (Pattern pattern : patterns) {
                masked = mask(masked, pattern);
            }
        } catch (SteppedText.TooManyStepsException | StackOverflowError e) {
            return NOT_SEARCHED;
        }
        return masked;
    }

    private static String mask(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(new SteppedText(text, STEPS + STEPS_PER_CHAR * text.length()));
        StringBuilder masked = null;
        int copied = 0;
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                masked = masked == null ? new StringBuilder(text.length()) : masked;
                masked.append(text, copied, matcher.start()).append(Secrets.MASK);
                copied = matcher.end();
            }
        }
        return masked == null
                ? text
                : masked.append(text, copied, text.length()).toString();
    }
}
