package io.github.harmcheck.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Masks secrets in texts that are written down: the values of environment variables whose names say that they are
 * secret, and what looks like a provider's key.
 */
public final class Secrets {
    private static final Pattern NAME = Pattern.compile(".*(KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL).*");
    private static final Pattern LOOKS_LIKE_KEY = Pattern.compile(
            "\\b(?:sk|pk|rk|ghp|gho|glpat|xoxb|hf)[-_][A-Za-z0-9_-]{16,200}|Bearer [A-Za-z0-9._~+/-]{16,2000}=*");
    private static final int SHORTEST = 8;
    private static final List<String> VALUES = values(System.getenv());

    private Secrets() {}

    /** Returns the text with every secret replaced by {@code ***}. */
    public static String mask(String text) {
        return mask(text, VALUES);
    }

    static String mask(String text, List<String> values) {
        String masked = text;
        for (String value : values) {
            if (masked.contains(value)) {
                masked = masked.replace(value, "***");
            }
        }
        return mayHoldKey(masked) ? LOOKS_LIKE_KEY.matcher(masked).replaceAll("***") : masked;
    }

    static List<String> values(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(entry ->
                        NAME.matcher(entry.getKey().toUpperCase(Locale.ROOT)).matches())
                .map(Map.Entry::getValue)
                .filter(value -> value.length() >= SHORTEST)
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .toList();
    }

    private static boolean mayHoldKey(String text) {
        return text.indexOf('-') >= 0 || text.indexOf('_') >= 0 || text.contains("Bearer ");
    }
}
