package io.github.harmcheck.testing;

import io.github.harmcheck.testing.LoopbackServer.Answer;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Answers that go wrong the way real servers do. */
public final class Faults {
    private Faults() {}

    /** Never answers, until the server closes. */
    public static Answer silent() {
        return (request, exchange) -> Thread.sleep(60_000);
    }

    /** Sends headers at once and then one byte at a time, for a minute. */
    public static Answer trickle() {
        return (request, exchange) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            for (int i = 0; i < 600; i++) {
                out.write(' ');
                out.flush();
                Thread.sleep(100);
            }
        };
    }

    /** Promises more bytes than it sends. */
    public static Answer cutOff() {
        return (request, exchange) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"answer\":\"hal".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        };
    }

    /** Sends without end. */
    public static Answer endless() {
        return (request, exchange) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            byte[] chunk = new byte[1 << 16];
            while (!Thread.currentThread().isInterrupted()) {
                exchange.getResponseBody().write(chunk);
            }
        };
    }

    /** Asks to come back later. */
    public static Answer tooManyRequests(int retryAfterSeconds) {
        return (request, exchange) -> {
            exchange.getResponseHeaders().set("Retry-After", Integer.toString(retryAfterSeconds));
            LoopbackServer.send(
                    exchange,
                    429,
                    "application/json",
                    "{\"error\":{\"message\":\"slow down\",\"code\":\"rate_limit_exceeded\"}}"
                            .getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Sends the caller elsewhere. */
    public static Answer redirect(String location) {
        return (request, exchange) -> {
            exchange.getResponseHeaders().set("Location", location);
            LoopbackServer.send(exchange, 307, "", new byte[0]);
        };
    }
}
