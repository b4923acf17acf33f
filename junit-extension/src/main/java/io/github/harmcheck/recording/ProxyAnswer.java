package io.github.harmcheck.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.github.harmcheck.internal.Json;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a recording proxy answers. */
final class ProxyAnswer {
    private static final int BAD_REQUEST = 400;
    private static final Set<String> FILTER_CODES = Set.of("content_filter", "content_policy_violation");

    private final int status;
    private final String contentType;
    private final byte[] body;
    /** Headers of upstream that a client needs but no recording does, such as {@code Retry-After}. */
    private final Map<String, List<String>> handedOn;

    private ProxyAnswer(int status, String contentType, byte[] body, Map<String, List<String>> handedOn) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.handedOn = handedOn;
    }

    static ProxyAnswer of(HttpResponse<?> response, byte[] body) {
        HttpHeaders headers = response.headers();
        Map<String, List<String>> handedOn = new LinkedHashMap<>();
        headers.map().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith("retry-after")
                    || lower.startsWith("x-ratelimit")
                    || lower.startsWith("x-request-id")) {
                handedOn.put(name, values);
            }
        });
        return new ProxyAnswer(
                response.statusCode(), headers.firstValue("Content-Type").orElse(""), body, handedOn);
    }

    static ProxyAnswer error(int status, String code, String message) {
        Map<String, Object> error = Map.of("error", Map.of("message", message, "type", "harmcheck", "code", code));
        return new ProxyAnswer(
                status,
                "application/json",
                Json.MAPPER.valueToTree(error).toString().getBytes(StandardCharsets.UTF_8),
                Map.of());
    }

    /** A failure is no answer, but a content filter's refusal is what the app gets every time. */
    boolean isWorthKeeping() {
        if (status == BAD_REQUEST) {
            JsonNode json = json();
            return json != null
                    && FILTER_CODES.contains(json.path("error").path("code").asText(""));
        }
        return status >= 200 && status < 300;
    }

    Map<String, ?> write() {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("status", status);
        answer.put("contentType", contentType);
        JsonNode json = json();
        String text = text();
        if (json != null) {
            answer.put("json", json);
        } else if (text != null) {
            answer.put("text", text);
        } else {
            answer.put("base64", Base64.getEncoder().encodeToString(body));
        }
        return answer;
    }

    static ProxyAnswer play(JsonNode recorded) {
        byte[] body;
        if (recorded.has("json")) {
            body = recorded.get("json").toString().getBytes(StandardCharsets.UTF_8);
        } else if (recorded.has("text")) {
            body = recorded.get("text").asText().getBytes(StandardCharsets.UTF_8);
        } else {
            body = Base64.getDecoder().decode(recorded.path("base64").asText(""));
        }
        return new ProxyAnswer(
                recorded.path("status").asInt(200), recorded.path("contentType").asText(""), body, Map.of());
    }

    void sendOn(HttpExchange exchange) throws IOException {
        handedOn.forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
        if (!contentType.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", contentType);
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private @Nullable JsonNode json() {
        if (!contentType.toLowerCase(Locale.ROOT).contains("json")) {
            return null;
        }
        try {
            return Json.MAPPER.readTree(body);
        } catch (IOException e) {
            return null;
        }
    }

    private @Nullable String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
