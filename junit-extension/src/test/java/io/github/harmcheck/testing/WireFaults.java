package io.github.harmcheck.testing;

import io.github.harmcheck.testing.FaultServer.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a {@link FaultServer} can do with a request. The good answers speak OpenAI's protocol. */
public final class WireFaults {
    private static final String REFUSAL = "I can't help with that.";

    private WireFaults() {}

    /** Answers as a well-behaved server, keeping the connection. */
    public static Fault ok() {
        return ok("");
    }

    /** Answers well, with more header lines, each ended by CRLF. */
    public static Fault ok(String headers) {
        return (hit, wire) -> {
            wire.send(answer("200 OK", headers, completion("stop", REFUSAL)));
            wire.keepOpen();
        };
    }

    /** Answers well after a time. */
    public static Fault okAfter(long millis) {
        return (hit, wire) -> {
            Thread.sleep(millis);
            ok().to(hit, wire);
        };
    }

    /** Answers with a status and an OpenAI error. */
    public static Fault status(int status, String headers) {
        return (hit, wire) -> {
            wire.send(answer(status + " Status", headers, "{\"error\":{\"message\":\"fault " + status + "\"}}"));
            wire.keepOpen();
        };
    }

    public static Fault status(int status) {
        return status(status, "");
    }

    /** Does these in turn with one body, the last of them for ever. */
    public static Fault inTurn(Fault... faults) {
        List<Fault> all = List.of(faults);
        return (hit, wire) -> all.get(Math.min(hit.attempt(), all.size()) - 1).to(hit, wire);
    }

    /** Does one thing with the first requests, whatever they ask, and another with the rest. */
    public static Fault first(int requests, Fault one, Fault then) {
        return (hit, wire) -> (hit.number() < requests ? one : then).to(hit, wire);
    }

    /** Answers with a finish reason and a text. */
    public static Fault finish(String reason, String text) {
        return json(completion(reason, text));
    }

    /** Answers 200 with a JSON text. */
    public static Fault json(String body) {
        return (hit, wire) -> wire.send(answer("200 OK", "Connection: close\r\n", body));
    }

    /** Breaks off with a reset in the middle of the body. */
    public static Fault reset() {
        return (hit, wire) -> {
            wire.send(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"choices\":[");
            Thread.sleep(50);
            wire.reset();
        };
    }

    /** Closes the connection in the middle of the body. */
    public static Fault cutOff() {
        return (hit, wire) -> wire.send(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"choices\":[");
    }

    /** Closes the connection without a word. */
    public static Fault silence() {
        return (hit, wire) -> {};
    }

    /** Sends headers and then a byte now and then, for a minute. */
    public static Fault slowLoris() {
        return (hit, wire) -> {
            wire.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n");
            for (int i = 0; i < 600; i++) {
                wire.send(" ");
                Thread.sleep(100);
            }
        };
    }

    /** Answers with the first half of a good body, in order. */
    public static Fault truncatedJson() {
        return json(completion("stop", REFUSAL).substring(0, 60));
    }

    /** Answers with a page of HTML. */
    public static Fault wrongContentType() {
        return (hit, wire) -> {
            String page = "<html><body>Sign in</body></html>";
            wire.send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/html\r\nContent-Length: "
                    + page.length() + "\r\n\r\n" + page);
        };
    }

    /** Answers with a body of a size in MiB, as a JSON text. */
    public static Fault large(int mebibytes) {
        return (hit, wire) -> {
            byte[] chunk = new byte[1 << 20];
            java.util.Arrays.fill(chunk, (byte) 'a');
            wire.send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                    + ((long) mebibytes * chunk.length + 2) + "\r\n\r\n\"");
            for (int i = 0; i < mebibytes; i++) {
                wire.send(chunk);
            }
            wire.send("\"");
        };
    }

    /** Answers with bytes that are no UTF-8. */
    public static Fault invalidUtf8() {
        return (hit, wire) -> {
            byte[] body = completion("stop", "caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);
            wire.send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.length + "\r\n\r\n");
            wire.send(body);
        };
    }

    /** Sends chunks of spaces without end. */
    public static Fault endless() {
        return (hit, wire) -> {
            wire.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
            while (!Thread.currentThread().isInterrupted()) {
                wire.send(chunk);
            }
        };
    }

    /** Sends the caller elsewhere. */
    public static Fault redirect(String location) {
        return (hit, wire) -> wire.send("HTTP/1.1 307 Elsewhere\r\nConnection: close\r\nLocation: " + location
                + "\r\nContent-Length: 0\r\n\r\n");
    }

    /** Answers well, with a second content type that contradicts the first. */
    public static Fault twoContentTypes() {
        return ok("Content-Type: text/html\r\n");
    }

    private static String answer(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n" + headers + "Content-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    /** Returns a completion as OpenAI's API words it. */
    public static String completion(String finishReason, String text) {
        return "{\"id\":\"c1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"scripted-1\",\"choices\":"
                + "[{\"index\":0,\"finish_reason\":\"" + finishReason
                + "\",\"message\":{\"role\":\"assistant\",\"content\":\"" + text
                + "\"}}],\"usage\":{\"prompt_tokens\":11,\"completion_tokens\":7,\"total_tokens\":18}}";
    }
}
