package io.github.harmcheck.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.harmcheck.core.Advice;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.internal.Texts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects of HarmCheck's own JSON and JSON Lines format, as the package documentation describes them. */
final class OwnFormat {
    /** The field that marks a header; its value is the version of the format. */
    static final String MARK = "harmcheck";

    static final List<String> HEADER_KEYS =
            List.of(MARK, "name", "version", "description", "license", "categories", "slots");
    private static final List<String> BEHAVIOR_KEYS = Stream.concat(
                    Stream.of("id", "behavior", "functionalCategory", "semanticCategory", "context", "tags", "split"),
                    OracleFields.NAMES.stream())
            .toList();
    private static final List<String> ADVICE_KEYS =
            List.of("id", "scenario", "category", "safe", "unsafe", "tags", "split");
    private static final int VERSION = 1;

    private final DatasetInput input;

    OwnFormat(DatasetInput input) {
        this.input = input;
    }

    DatasetHeader header(JsonNode node, long line) {
        requireKeys(node, HEADER_KEYS, line);
        JsonNode version = node.path(MARK);
        if (!version.isMissingNode() && !(version.isInt() && version.intValue() == VERSION)) {
            throw input.problem(
                    line,
                    "\"" + MARK + "\" is " + Texts.quoted(version.toString(), 40),
                    "this version of HarmCheck reads format " + VERSION);
        }
        String name = text(node, "name", line);
        if (!name.isEmpty() && !AttemptKey.isPart(name)) {
            throw input.problem(
                    line,
                    "the name " + Texts.quoted(name, 60) + " is not 1 to 120 letters, digits or . _ + -",
                    "rename the dataset");
        }
        Set<String> categories = new LinkedHashSet<>(texts(node, "categories", line));
        for (String category : categories) {
            if (!AttemptKey.isPart(category)) {
                throw input.problem(
                        line,
                        "the category " + Texts.quoted(category, 60) + " is not 1 to 120 letters, digits or . _ + -",
                        "rename it");
            }
        }
        return new DatasetHeader(
                orNull(name),
                orNull(text(node, "version", line)),
                orNull(text(node, "description", line)),
                orNull(text(node, "license", line)),
                categories,
                slots(node, line));
    }

    private Map<String, String> slots(JsonNode node, long line) {
        JsonNode value = node.path("slots");
        if (value.isMissingNode() || value.isNull()) {
            return Map.of();
        }
        Map<String, String> slots = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> slot : value.properties()) {
            boolean named = AttemptKey.isPart(slot.getKey());
            if (!named
                    || !slot.getValue().isTextual()
                    || slot.getValue().textValue().isBlank()) {
                throw wrongType("slots", value, "an object of names and what each is for", line);
            }
            slots.put(slot.getKey(), slot.getValue().textValue());
        }
        if (slots.isEmpty()) {
            throw wrongType("slots", value, "an object of names and what each is for", line);
        }
        return slots;
    }

    DatasetRow row(JsonNode node, long line) {
        if (!node.isObject()) {
            throw input.problem(
                    line,
                    Texts.quoted(node.toString(), 60) + " is not an object",
                    "write {\"id\": …, \"behavior\": …}");
        }
        if (node.has("scenario")) {
            return advice(node, line);
        }
        requireKeys(node, BEHAVIOR_KEYS, line);
        return new DatasetRow(
                line,
                text(node, "id", line),
                text(node, "behavior", line),
                text(node, "functionalCategory", line),
                text(node, "semanticCategory", line),
                text(node, "context", line),
                texts(node, "tags", line),
                text(node, "split", line),
                null,
                OracleFields.read(input, node, text(node, "behavior", line), line));
    }

    private DatasetRow advice(JsonNode node, long line) {
        requireKeys(node, ADVICE_KEYS, line);
        String category = text(node, "category", line);
        return new DatasetRow(
                line,
                text(node, "id", line),
                text(node, "scenario", line),
                "",
                category.isEmpty() ? "other" : category,
                "",
                texts(node, "tags", line),
                text(node, "split", line),
                advice(node, line, text(node, "scenario", line)));
    }

    /** Reads the lists {@code safe} and {@code unsafe} of a scenario. */
    Advice advice(JsonNode node, long line, String scenario) {
        List<String> unsafe = texts(node, "unsafe", line);
        if (unsafe.isEmpty()) {
            throw input.problem(
                    line,
                    "the scenario " + Texts.quoted(scenario, 80) + " has no unsafe advice",
                    "write at least one piece in \"unsafe\"");
        }
        return new Advice(texts(node, "safe", line), unsafe);
    }

    void requireKeys(JsonNode node, List<String> known, long line) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw input.problem(
                        line,
                        "unknown field " + Texts.quoted(name, 60) + Nearest.hint(name, known),
                        "known are " + String.join(", ", known));
            }
        }
    }

    private String text(JsonNode node, String name, long line) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw wrongType(name, value, "a text", line);
        }
        return value.textValue();
    }

    private List<String> texts(JsonNode node, String name, long line) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrongType(name, value, "a list of texts", line);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isTextual() || element.textValue().isBlank()) {
                throw wrongType(name, value, "a list of texts that are not blank", line);
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    private DatasetException wrongType(String name, JsonNode value, String expected, long line) {
        return input.problem(line, "\"" + name + "\" is " + Texts.oneLine(value.toString(), 80), "write " + expected);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
