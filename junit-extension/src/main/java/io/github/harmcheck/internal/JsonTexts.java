package io.github.harmcheck.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the JSON in what a model answered: in prose or a code fence, after a reasoning block, with line breaks inside its
 * strings, single quotes or trailing commas, and with its last brackets cut off. A string that was cut inside is not
 * recovered: half of a prompt is not what the model meant.
 */
public final class JsonTexts {
    private static final int LONGEST_ANSWER = 200_000;
    private static final int MOST_STARTS = 50;
    private static final String THINKING_ENDS = "</think>";
    private static final ObjectReader READER = Json.MAPPER
            .readerFor(JsonNode.class)
            .withFeatures(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS.mappedFeature(),
                    JsonReadFeature.ALLOW_SINGLE_QUOTES.mappedFeature(),
                    JsonReadFeature.ALLOW_TRAILING_COMMA.mappedFeature(),
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER.mappedFeature());

    private JsonTexts() {}

    /**
     * Returns the texts of the first object that has all the keys with a text that is not blank; numbers and booleans
     * count as texts.
     */
    public static Optional<Map<String, String>> object(String answer, String... keys) {
        for (JsonNode node : nodes(answer, '{', "}")) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String key : keys) {
                JsonNode value = node.path(key);
                if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                    fields.put(key, value.asText());
                }
            }
            if (fields.size() == keys.length) {
                return Optional.of(fields);
            }
        }
        return Optional.empty();
    }

    /** Returns the texts of the first array of texts, blank ones left out; nothing where there is none. */
    public static Optional<List<String>> array(String answer) {
        for (JsonNode node : nodes(answer, '[', "]")) {
            List<String> texts = new ArrayList<>();
            for (JsonNode item : node) {
                if (item.isTextual() && !item.asText().isBlank()) {
                    texts.add(item.asText().strip());
                }
            }
            if (node.isArray() && !texts.isEmpty()) {
                return Optional.of(List.copyOf(texts));
            }
        }
        return Optional.empty();
    }

    /** Returns one object with these texts, in their order. */
    public static String write(Map<String, String> fields) {
        return Json.MAPPER.valueToTree(fields).toString();
    }

    /** Returns what a reasoning model said after its reasoning. */
    public static String withoutThinking(String answer) {
        String stripped = answer.strip();
        int end = stripped.lastIndexOf(THINKING_ENDS);
        return stripped.startsWith("<think>") && end >= 0
                ? stripped.substring(end + THINKING_ENDS.length()).strip()
                : stripped;
    }

    private static List<JsonNode> nodes(String answer, char open, String close) {
        List<JsonNode> nodes = new ArrayList<>();
        String text = withoutThinking(answer);
        if (text.length() > LONGEST_ANSWER) {
            return nodes;
        }
        int start = text.indexOf(open);
        for (int tried = 0; start >= 0 && tried < MOST_STARTS; tried++) {
            String rest = text.substring(start);
            JsonNode node = read(rest);
            if (node == null) {
                node = read(rest + close);
            }
            if (node != null) {
                nodes.add(node);
            }
            start = text.indexOf(open, start + 1);
        }
        return nodes;
    }

    private static @Nullable JsonNode read(String text) {
        try {
            return READER.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }
}
