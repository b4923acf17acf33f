package io.github.harmcheck.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The least that a Java program does for the same calls: the JDK's client on a fixed pool, and no framework. */
final class Floor implements Contestant {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> SENT = Set.copyOf(Replies.list());

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public void run(Job job) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(job.concurrency());
        try {
            List<Future<Boolean>> replies = new ArrayList<>();
            for (int number = 1; number <= job.attempts(); number++) {
                String prompt = Chat.prompt(number);
                replies.add(pool.submit(() -> SENT.contains(ask(job.uri(), prompt))));
            }
            for (Future<Boolean> reply : replies) {
                Contestant.require(reply.get(), "a reply was not the one sent");
            }
        } finally {
            pool.shutdown();
        }
    }

    /** Asks once and returns the text of the reply. */
    String ask(URI uri, String prompt) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(prompt)))
                .build();
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        Contestant.require(response.statusCode() == 200, "status " + response.statusCode());
        return MAPPER.readTree(response.body()).at(Chat.REPLY_POINTER).textValue();
    }

    private static byte[] body(String prompt) throws JsonProcessingException {
        ObjectNode body = MAPPER.createObjectNode().put("model", "bench");
        body.putArray("messages").addObject().put("role", "user").put("content", prompt);
        return MAPPER.writeValueAsBytes(body);
    }
}
