package io.github.harmcheck.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.internal.Secrets;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in one form, so that equal requests have equal hashes: fields sorted, null like absent, 1.0 like 1, secrets
 * masked. A masked secret is also not part of any hash, from which a short one could be guessed.
 */
final class CanonicalJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CanonicalJson() {}

    static JsonNode of(Map<String, ?> value) {
        JsonNode tree = Json.MAPPER.valueToTree(value);
        return of(tree);
    }

    static JsonNode of(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(field -> {
                if (!field.getValue().isNull()) {
                    sorted.put(field.getKey(), of(field.getValue()));
                }
            });
            ObjectNode object = NODES.objectNode();
            sorted.forEach(object::set);
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = NODES.arrayNode(node.size());
            node.forEach(item -> array.add(of(item)));
            return array;
        }
        if (node.isTextual()) {
            return TextNode.valueOf(Secrets.mask(node.textValue()));
        }
        return node.isNumber() ? number(node) : node;
    }

    /** Returns an answer as it is written down: as it came, secrets masked; what it does not have is left out. */
    static JsonNode answer(Map<String, ?> value) {
        ObjectNode answer = NODES.objectNode();
        JsonNode tree = Json.MAPPER.valueToTree(value);
        tree.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                answer.set(field.getKey(), masked(field.getValue()));
            }
        });
        return answer;
    }

    private static JsonNode masked(JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = NODES.objectNode();
            node.properties().forEach(field -> object.set(field.getKey(), masked(field.getValue())));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = NODES.arrayNode(node.size());
            node.forEach(item -> array.add(masked(item)));
            return array;
        }
        return node.isTextual() ? TextNode.valueOf(Secrets.mask(node.textValue())) : node;
    }

    private static JsonNode number(JsonNode node) {
        if (node.isDouble() || node.isFloat()) {
            double value = node.doubleValue();
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                return TextNode.valueOf(Double.toString(value));
            }
        }
        // A float's own text: 0.1f is 0.1 and not the double nearest to it.
        BigDecimal value = new BigDecimal(node.asText()).stripTrailingZeros();
        return DecimalNode.valueOf(value.scale() < 0 && value.scale() > -20 ? value.setScale(0) : value);
    }
}
