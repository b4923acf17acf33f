package io.github.harmcheck.internal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in texts that are written down: the values of environment variables whose names say that they are
 * secret, what looks like a provider's key, what the user's expressions match ({@code harmcheck.secrets}), and what was
 * declared. What one campaign declares stays secret in this JVM. Thread-safe.
 */
public final class Secrets {
    static final String MASK = "***";

    private static final Pattern NAME =
            Pattern.compile(".*(KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|AUTHORIZATION|COOKIE|SIGNATURE).*");
    private static final Pattern LOOKS_LIKE_KEY = Pattern.compile(
            "\\b(?:sk|pk|rk|ghp|gho|glpat|xoxb|hf)[-_][A-Za-z0-9_-]{16,200}|Bearer [A-Za-z0-9._~+/-]{16,2000}=*");
    /** How the prefixes of {@link #LOOKS_LIKE_KEY} end. */
    private static final Set<String> KEY_ENDINGS = Set.of("sk", "pk", "rk", "hp", "ho", "at", "xb", "hf");

    private static final int SHORTEST = 8;

    /** Our own settings, whose names only sound secret. */
    private static final Set<String> SETTINGS =
            Set.of("HARMCHECK_SECRETS", "HARMCHECK_MAX_TOKENS", "HARMCHECK_TOKENS_PER_MINUTE");

    private static final Object LOCK = new Object();
    private static volatile Known known = Known.ofSystem();

    private Secrets() {}

    /**
     * What is secret.
     *
     * @param values longest first
     * @param patterns of the user
     * @param unreadable whether the user's expressions could not be read, so that anything may be secret
     */
    private record Known(List<String> values, List<Pattern> patterns, boolean unreadable) {
        static Known ofSystem() {
            String property = System.getProperty("harmcheck.secrets");
            String lines = property == null || property.isBlank() ? System.getenv("HARMCHECK_SECRETS") : property;
            List<String> values = Secrets.values(System.getenv());
            try {
                return new Known(values, lines == null ? List.of() : SecretPatterns.parse(lines), false);
            } catch (PatternSyntaxException e) {
                // A campaign refuses to begin; until then nothing may slip through.
                return new Known(values, List.of(), true);
            }
        }
    }

    /** Returns the text with every secret replaced by {@code ***}. */
    public static String mask(String text) {
        Known now = known;
        if (now.unreadable) {
            return MASK;
        }
        String masked = mask(text, now.values);
        return now.patterns.isEmpty() ? masked : SecretPatterns.mask(masked, now.patterns);
    }

    /** Returns the stack trace with its secrets masked, or null where it has none and can be shown as it is. */
    public static @Nullable String maskTrace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        String masked = mask(trace.toString());
        return masked.equals(trace.toString()) ? null : masked;
    }

    static String mask(String text, List<String> values) {
        String masked = text;
        for (String value : values) {
            if (masked.contains(value)) {
                masked = masked.replace(value, MASK);
            }
        }
        return mayHoldKey(masked) ? LOOKS_LIKE_KEY.matcher(masked).replaceAll(MASK) : masked;
    }

    /** Returns whether a variable, header or parameter of this name holds a secret. */
    public static boolean isSecretName(String name) {
        return NAME.matcher(name.toUpperCase(Locale.ROOT)).matches();
    }

    /**
     * Reads expressions, one a line.
     *
     * @throws PatternSyntaxException where a line is no expression, or one that matches the empty text
     */
    public static List<Pattern> parse(String lines) {
        return SecretPatterns.parse(lines);
    }

    /** Masks what the expressions match, too, from now on. */
    public static void declare(List<Pattern> patterns) {
        synchronized (LOCK) {
            Known before = known;
            Set<String> texts = before.patterns.stream().map(Pattern::pattern).collect(Collectors.toSet());
            List<Pattern> fresh = patterns.stream()
                    .filter(pattern -> texts.add(pattern.pattern()))
                    .toList();
            if (!fresh.isEmpty()) {
                known = new Known(
                        before.values,
                        Stream.concat(before.patterns.stream(), fresh.stream()).toList(),
                        before.unreadable);
            }
        }
    }

    /** Masks these values, too, from now on; those of fewer than 8 characters are left out. */
    public static void declareValues(Collection<String> values) {
        synchronized (LOCK) {
            Known before = known;
            List<String> all = longestFirst(Stream.concat(before.values.stream(), spellings(values.stream())));
            if (!all.equals(before.values)) {
                known = new Known(all, before.patterns, before.unreadable);
            }
        }
    }

    static List<String> values(Map<String, String> environment) {
        return longestFirst(spellings(environment.entrySet().stream()
                .filter(entry -> isSecretName(entry.getKey()) && !SETTINGS.contains(entry.getKey()))
                .map(Map.Entry::getValue)));
    }

    private static List<String> longestFirst(Stream<String> values) {
        return values.distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Values as they are, as they stand in JSON (the arguments of a tool) and in JSON within JSON, and in an address. */
    private static Stream<String> spellings(Stream<String> values) {
        return values.filter(value -> value.length() >= SHORTEST)
                .flatMap(value -> Stream.of(
                        value, inJson(value), inJson(inJson(value)), URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }

    private static String inJson(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** Searched with the expression is only what holds a beginning of a key, since nearly no text does. */
    private static boolean mayHoldKey(String text) {
        for (int i = 2; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '-' || c == '_') && KEY_ENDINGS.contains(text.substring(i - 2, i))) {
                return true;
            }
        }
        return text.contains("Bearer ");
    }
}
