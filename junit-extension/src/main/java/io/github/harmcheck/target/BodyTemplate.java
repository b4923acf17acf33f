package io.github.harmcheck.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.internal.Texts;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON body with placeholders in its texts. They are filled in the tree, never in the text of the document, so no
 * prompt can end its string and add a field of its own.
 *
 * @param namesConversation whether it sends the id of the conversation
 */
record BodyTemplate(JsonNode root, boolean namesConversation) {
    static final String PROMPT = "prompt";
    static final String CONVERSATION_ID = "conversationId";

    /** What most templates have: a text that is the prompt and no more. */
    private static final String WHOLE = "{{" + PROMPT + "}}";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9]*)\\s*}}");
    private static final String EXAMPLE = "for example {\"message\": \"{{prompt}}\"}";

    static BodyTemplate parse(String json) {
        JsonNode root;
        try {
            root = JsonReply.STRICT.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the body template is not JSON: "
                    + Texts.oneLine(e.getOriginalMessage(), 200) + ". It is a JSON text, " + EXAMPLE);
        }
        TreeSet<String> used = new TreeSet<>();
        collect(root, used);
        if (!used.contains(PROMPT)) {
            throw new IllegalArgumentException(
                    "the body template has no {{prompt}} in any of its text values, " + EXAMPLE);
        }
        used.remove(PROMPT);
        boolean namesConversation = used.remove(CONVERSATION_ID);
        if (!used.isEmpty()) {
            throw new IllegalArgumentException("the body template uses {{" + String.join("}}, {{", used)
                    + "}}; known are {{prompt}} and {{conversationId}}");
        }
        return new BodyTemplate(root, namesConversation);
    }

    byte[] fill(String prompt, String conversationId) throws JsonProcessingException {
        return Json.MAPPER.writeValueAsBytes(fill(root, Map.of(PROMPT, prompt, CONVERSATION_ID, conversationId)));
    }

    private static void collect(JsonNode node, TreeSet<String> used) {
        if (node.isTextual()) {
            Matcher matcher = PLACEHOLDER.matcher(node.textValue());
            while (matcher.find()) {
                used.add(matcher.group(1));
            }
        }
        node.forEach(child -> collect(child, used));
    }

    private static String fill(String text, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    private static JsonNode fill(JsonNode node, Map<String, String> values) {
        if (node.isTextual()) {
            String text = node.textValue();
            if (!text.contains("{{")) {
                return node;
            }
            return JsonNodeFactory.instance.textNode(text.equals(WHOLE) ? values.get(PROMPT) : fill(text, values));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), fill(field.getValue(), values)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(child -> copy.add(fill(child, values)));
            return copy;
        }
        return node;
    }
}
