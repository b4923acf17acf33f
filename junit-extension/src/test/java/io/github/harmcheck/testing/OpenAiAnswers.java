package io.github.harmcheck.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.testing.LoopbackServer.Answer;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Answers that speak the OpenAI chat completions protocol. */
public final class OpenAiAnswers {
    private OpenAiAnswers() {}

    /** Answers with a text made from the request; null stands for null content. */
    public static Answer text(Function<JsonNode, String> reply) {
        return completion("stop", reply);
    }

    /** Answers with a text and a finish reason. */
    public static Answer completion(String finishReason, Function<JsonNode, String> reply) {
        return (request, exchange) -> {
            JsonNode asked = Json.MAPPER.readTree(request.body());
            ObjectNode root = Json.MAPPER.createObjectNode();
            root.put("id", "chatcmpl-1").put("object", "chat.completion").put("created", 1);
            root.put("model", "scripted-1").put("system_fingerprint", "fp_test");
            ObjectNode choice = root.putArray("choices").addObject();
            choice.put("index", 0).put("finish_reason", finishReason);
            choice.putObject("message").put("role", "assistant").put("content", reply.apply(asked));
            root.putObject("usage")
                    .put("prompt_tokens", 11)
                    .put("completion_tokens", 7)
                    .put("total_tokens", 18);
            LoopbackServer.send(exchange, 200, "application/json", Json.MAPPER.writeValueAsBytes(root));
        };
    }

    /** Streams the parts as server-sent events; stops without the end mark where told to break. */
    public static Answer stream(List<String> parts, boolean breakOff) {
        return (request, exchange) -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, breakOff ? 1_000_000 : 0);
            OutputStream out = exchange.getResponseBody();
            for (String part : parts) {
                ObjectNode root = Json.MAPPER.createObjectNode();
                root.put("id", "chatcmpl-1")
                        .put("object", "chat.completion.chunk")
                        .put("model", "scripted-1");
                ObjectNode choice = root.putArray("choices").addObject();
                choice.put("index", 0).putObject("delta").put("content", part);
                event(out, Json.MAPPER.writeValueAsString(root));
            }
            if (!breakOff) {
                event(
                        out,
                        "{\"id\":\"chatcmpl-1\",\"model\":\"scripted-1\",\"choices\":[{\"index\":0,\"delta\":{},"
                                + "\"finish_reason\":\"stop\"}]}");
                event(out, "[DONE]");
            }
        };
    }

    /** Returns what the last message of a request says. */
    public static String lastUserText(JsonNode request) {
        JsonNode messages = request.at("/messages");
        return messages.get(messages.size() - 1).path("content").asText();
    }

    /** Returns what all user messages of a request say. */
    public static List<String> userTexts(JsonNode request) {
        return request.at("/messages").findParents("role").stream()
                .filter(message -> message.path("role").asText().equals("user"))
                .map(message -> message.path("content").asText())
                .toList();
    }

    private static void event(OutputStream out, String data) throws java.io.IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
