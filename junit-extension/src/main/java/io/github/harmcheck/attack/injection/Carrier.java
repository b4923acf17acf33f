package io.github.harmcheck.attack.injection;

import io.github.harmcheck.attack.BundledTemplates;
import io.github.harmcheck.attack.Template;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What an injected instruction hides in.
 *
 * @param template its text with {@code {instruction}} and {@code {proof}}
 * @param escape keeps what is inserted where it belongs: in a JSON string, a comment, an element
 */
record Carrier(Template template, UnaryOperator<String> escape) {
    static final Set<String> PLACEHOLDERS = Set.of("instruction", "proof");

    private static final Map<String, UnaryOperator<String>> ESCAPES = Map.of(
            "json-field", Carrier::inJson,
            "tool-result", Carrier::inJson,
            "hidden-html", Carrier::inHtml,
            "white-text", Carrier::inHtml,
            "html-comment", text -> text.replace("--", "- -").replace(">", "&gt;"),
            "code-comment", text -> text.replace("*/", "* /").replaceAll("\\R", "\n * "));

    private static final class BuiltIn {
        static final List<Carrier> ALL = BundledTemplates.of(Carrier.class, "carriers", PLACEHOLDERS).stream()
                .map(Carrier::of)
                .toList();
    }

    /** Returns the built-in carriers, in the order of their file. */
    static List<Carrier> all() {
        return BuiltIn.ALL;
    }

    /** Returns a carrier; where the id is not one of ours, what is inserted is not escaped. */
    static Carrier of(Template template) {
        return new Carrier(template, ESCAPES.getOrDefault(template.id(), UnaryOperator.identity()));
    }

    String id() {
        return template.id();
    }

    String text(String instruction, String proof) {
        return template.fill(Map.of("instruction", escape.apply(instruction), "proof", escape.apply(proof)));
    }

    private static String inJson(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < ' ') {
                escaped.append(String.format("\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String inHtml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
