package io.github.harmcheck.target;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.harmcheck.core.ModelCall;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.internal.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where in a JSON body the parts of a reply stand.
 *
 * @param texts where the text stands; the first that is there and not null counts
 * @param asJson whether an object that stands there is the text, as JSON
 * @param blocks what marks a blocked reply
 */
record JsonReply(
        List<JsonPointer> texts,
        boolean asJson,
        List<Block> blocks,
        @Nullable JsonPointer finishReason,
        @Nullable JsonPointer modelName,
        @Nullable JsonPointer inputTokens,
        @Nullable JsonPointer outputTokens) {

    /** Nothing after the document and no field twice: either would be two answers in one body. */
    static final ObjectReader STRICT = Json.MAPPER
            .reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    /** A field whose value says that a filter stopped the reply. */
    record Block(JsonPointer pointer, String value) {
        String name() {
            return "HTTP " + pointer + " = " + Texts.oneLine(value, 80);
        }
    }

    static JsonNode parse(String body) throws UnusableBody {
        try {
            JsonNode root = STRICT.readTree(body);
            if (root.isMissingNode()) {
                throw new UnusableBody("an empty body where JSON was expected");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new UnusableBody("a body that is not JSON (" + Texts.oneLine(e.getOriginalMessage(), 120) + ")");
        }
    }

    /** Returns what the body says where it is marked as blocked. */
    Optional<Reply> blocked(JsonNode root) {
        for (Block block : blocks) {
            if (root.at(block.pointer).isValueNode()
                    && root.at(block.pointer).asText().equals(block.value)) {
                String said = text(root).orElse("");
                return Optional.of(known(Reply.builder("").blockedBy(block.name()), root)
                        .partialText(said.isEmpty() ? null : said)
                        .build());
            }
        }
        return Optional.empty();
    }

    Reply read(JsonNode root) throws UnusableBody {
        Optional<Reply> blocked = blocked(root);
        if (blocked.isPresent()) {
            return blocked.get();
        }
        for (JsonPointer pointer : texts) {
            JsonNode node = root.at(pointer);
            if (!node.isMissingNode() && !node.isNull() && !isText(node)) {
                throw new UnusableBody("a " + node.getNodeType() + " and not a text at " + pointer);
            }
        }
        String text = text(root)
                .orElseThrow(() -> new UnusableBody("no text at "
                        + texts.stream().map(JsonPointer::toString).collect(Collectors.joining(" or "))));
        return known(Reply.builder(text), root).build();
    }

    private Optional<String> text(JsonNode root) {
        return texts.stream()
                .map(root::at)
                .filter(this::isText)
                .map(node -> node.isTextual() ? node.textValue() : node.toString())
                .findFirst();
    }

    private boolean isText(JsonNode node) {
        return node.isTextual() || (asJson && node.isObject());
    }

    private Reply.Builder known(Reply.Builder reply, JsonNode root) {
        String reason = textAt(root, finishReason);
        String model = textAt(root, modelName);
        Long input = numberAt(root, inputTokens);
        Long output = numberAt(root, outputTokens);
        return reply.finishReason(reason)
                .truncated(reason != null && (reason.equals("length") || reason.equals("max_tokens")))
                .model(model == null ? null : new ModelCall(model, null, null, null, null, null))
                .usage(input == null && output == null ? null : new Usage(1, input, output));
    }

    private static @Nullable String textAt(JsonNode root, @Nullable JsonPointer pointer) {
        return pointer == null ? null : root.at(pointer).textValue();
    }

    private static @Nullable Long numberAt(JsonNode root, @Nullable JsonPointer pointer) {
        return pointer != null && root.at(pointer).canConvertToLong()
                ? Long.valueOf(root.at(pointer).longValue())
                : null;
    }

    /** A body from which no reply can be taken; the message continues "answered with". */
    static final class UnusableBody extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableBody(String message) {
            super(message);
        }
    }
}
