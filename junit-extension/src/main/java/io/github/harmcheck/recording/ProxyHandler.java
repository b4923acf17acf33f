package io.github.harmcheck.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.target.HttpTarget;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers one request to a recording proxy: from a recording, or from upstream. */
final class ProxyHandler implements HttpHandler {
    private static final int MOST_REQUEST_BYTES = 16 << 20;
    private static final int MOST_ANSWER_BYTES = 64 << 20;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Pattern ATTEMPT = Pattern.compile("[A-Za-z0-9._+/-]{1,700}");

    /** Headers of one connection, and what would pack the body so that it could not be recorded. */
    private static final Set<String> NOT_HANDED_ON = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "upgrade",
            "expect",
            "keep-alive",
            "te",
            "trailer",
            "proxy-authorization",
            "proxy-connection",
            "http2-settings",
            "accept-encoding",
            HttpTarget.ATTEMPT_HEADER.toLowerCase(Locale.ROOT));

    private final String root;
    private final String upstream;
    private final HttpClient client;
    private final RecordingBoundary boundary;

    ProxyHandler(String root, URI upstream, HttpClient client, RecordingBoundary boundary) {
        this.root = root;
        String base = upstream.toString();
        this.upstream = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        this.client = client;
        this.boundary = boundary;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).sendOn(exchange);
        }
    }

    private ProxyAnswer answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            return ProxyAnswer.error(405, "wrong_method", "the recording proxy takes POST requests only");
        }
        byte[] body = bounded(exchange.getRequestBody(), MOST_REQUEST_BYTES);
        if (body == null) {
            return ProxyAnswer.error(413, "too_large", "the request is larger than " + MOST_REQUEST_BYTES + " bytes");
        }
        String attempt = exchange.getRequestHeaders().getFirst(HttpTarget.ATTEMPT_HEADER);
        if (attempt != null && !ATTEMPT.matcher(attempt).matches()) {
            return ProxyAnswer.error(400, "wrong_attempt", HttpTarget.ATTEMPT_HEADER + " is not the id of an attempt");
        }
        String path = exchange.getRequestURI().getRawPath().substring(root.length());
        String query = exchange.getRequestURI().getRawQuery();
        RecordedCall call;
        Optional<JsonNode> recorded;
        try {
            call = boundary.beginJson("http", () -> request(path, query, body), attempt);
            recorded = call.recordedJson();
        } catch (MissingRecordingException e) {
            return ProxyAnswer.error(400, "missing_recording", String.valueOf(e.getMessage()));
        }
        if (recorded.isPresent()) {
            return ProxyAnswer.play(recorded.get());
        }
        return callUpstream(exchange, path + (query == null ? "" : '?' + query), body, call);
    }

    private ProxyAnswer callUpstream(HttpExchange exchange, String rest, byte[] body, RecordedCall call) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(upstream + rest))
                    .timeout(LONGEST)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders().forEach((name, values) -> handOn(request, name, values));
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            byte[] answered;
            try (InputStream in = response.body()) {
                answered = bounded(in, MOST_ANSWER_BYTES);
            }
            if (answered == null) {
                call.failed();
                return ProxyAnswer.error(502, "too_large", "the answer is larger than " + MOST_ANSWER_BYTES + " bytes");
            }
            ProxyAnswer answer = ProxyAnswer.of(response, answered);
            if (answer.isWorthKeeping()) {
                call.record(answer.write());
            } else {
                call.failed();
            }
            return answer;
        } catch (InterruptedException e) {
            call.failed();
            Thread.currentThread().interrupt();
            return ProxyAnswer.error(502, "interrupted", "the proxy was closed");
        } catch (IOException | IllegalArgumentException e) {
            call.failed();
            return ProxyAnswer.error(
                    502,
                    "unreachable",
                    "the endpoint behind the recording proxy could not be called: "
                            + Texts.oneLine(e.getClass().getSimpleName() + ' ' + e.getMessage(), 200));
        }
    }

    private static void handOn(HttpRequest.Builder request, String name, List<String> values) {
        if (!NOT_HANDED_ON.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
        }
    }

    private static JsonNode request(String path, @Nullable String query, byte[] body) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("path", path);
        request.put("query", query);
        String text = new String(body, StandardCharsets.UTF_8);
        try {
            request.set("body", Json.MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            request.put("body", text);
        }
        return CanonicalJson.of(request);
    }

    private static byte @Nullable [] bounded(InputStream in, int most) throws IOException {
        byte[] bytes = in.readNBytes(most + 1);
        return bytes.length > most ? null : bytes;
    }
}
