package io.github.harmcheck.target;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers of every request. Their values are secret: they are sent, and shown nowhere. */
final class RequestHeaders {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E\\t]*");

    private static final String MASK = "***";

    private final Map<String, String> values;
    private final List<String> secrets;

    private RequestHeaders(Map<String, String> values, List<String> secrets) {
        this.values = values;
        this.secrets = secrets;
    }

    /**
     * Fills in variables. What is secret by the name of its header, variable or parameter of the address is masked from
     * now on in all that is written down.
     */
    static RequestHeaders resolve(
            Map<String, String> templates, Function<String, @Nullable String> environment, URI uri) {
        Map<String, String> values = new LinkedHashMap<>();
        RequestSecrets secrets = new RequestSecrets();
        templates.forEach((name, template) -> {
            String value = resolve(name, template, environment, secrets);
            secrets.header(name, value);
            values.put(name, value);
        });
        secrets.query(uri.getRawQuery());
        return new RequestHeaders(values, secrets.declare());
    }

    static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a header name has 1 to 100 letters, digits or one of"
                    + " !#$%&'*+.^_`|~- , and no colon, and this one does not");
        }
    }

    void forEach(BiConsumer<String, String> use) {
        values.forEach(use);
    }

    boolean has(String name) {
        return values.keySet().stream().anyMatch(own -> own.equalsIgnoreCase(name));
    }

    /** Returns the text without the values that came from environment variables, other secret headers and the query. */
    String mask(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }

    private static String resolve(
            String header, String template, Function<String, @Nullable String> environment, RequestSecrets secrets) {
        Matcher matcher = VARIABLE.matcher(template);
        StringBuilder value = new StringBuilder();
        while (matcher.find()) {
            String variable = matcher.group(1);
            String found = environment.apply(variable);
            if (found == null || found.isBlank()) {
                throw new IllegalStateException("the header " + header + " needs the environment variable " + variable
                        + ", which is not set: set it, or skip these tests where it is missing");
            }
            String trimmed = found.strip();
            secrets.variable(header, variable, trimmed);
            matcher.appendReplacement(value, Matcher.quoteReplacement(trimmed));
        }
        matcher.appendTail(value);
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("the value of the header " + header
                    + " has a line break or another character that a header cannot carry (value not shown)");
        }
        return value.toString();
    }

    @Override
    public String toString() {
        return values.keySet() + " (values not shown)";
    }
}
