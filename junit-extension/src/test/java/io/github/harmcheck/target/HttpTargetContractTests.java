package io.github.harmcheck.target;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.testing.LoopbackServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;

/** The contract over a real server that keeps its conversations by id. */
class HttpTargetContractTests extends TargetContract {
    private final List<LoopbackServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(LoopbackServer::close);
    }

    @Override
    protected Target target(App app) {
        Map<String, List<String>> told = new ConcurrentHashMap<>();
        LoopbackServer server = LoopbackServer.start((request, exchange) -> {
            JsonNode body = Json.MAPPER.readTree(request.body());
            List<String> conversation =
                    told.computeIfAbsent(body.path("session").asText(), id -> new ArrayList<>());
            conversation.add(body.at("/ask/0/text").asText());
            int status = 200;
            String answer;
            try {
                answer = app.answer(List.copyOf(conversation));
            } catch (IllegalStateException e) {
                status = 500;
                answer = e.getMessage();
            }
            conversation.add(String.valueOf(answer));
            String json = Json.MAPPER.writeValueAsString(
                    Json.MAPPER.createObjectNode().put("answer", answer));
            LoopbackServer.send(exchange, status, "application/json", json.getBytes(StandardCharsets.UTF_8));
        });
        servers.add(server);
        return Targets.http(server.uri("/chat"))
                .body("{\"session\":\"{{conversationId}}\",\"ask\":[{\"text\":\"{{prompt}}\"}]}")
                .reply("/answer")
                .build();
    }

    @Override
    protected boolean remembers() {
        return true;
    }

    @Override
    protected String failure() {
        return "HTTP 500: \"{\"answer\":\"boom\"}\"";
    }

    @Override
    protected boolean canAnswerNull() {
        return false;
    }
}
