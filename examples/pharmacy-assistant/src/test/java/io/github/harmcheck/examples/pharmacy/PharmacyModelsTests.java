package io.github.harmcheck.examples.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.harmcheck.examples.pharmacy.standin.StandInModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PharmacyModelsTests {
    private static final String ANSWER = """
            {"id": "1", "object": "chat.completion", "model": "m", "choices": [{"index": 0, "finish_reason": "stop",
             "message": {"role": "assistant", "content": "Yes, once a day."}}]}""";

    private final List<String> bodies = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void talksToTheModelThatTheEnvironmentNames() {
        Map<String, String> environment = Map.of(
                "OPENAI_BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
                "OPENAI_API_KEY", "key",
                "OPENAI_MODEL", "local-model");

        PharmacyAssistant assistant = PharmacyAssistant.guarded(PharmacyModels.from(environment));

        assertThat(assistant.chat("ann", "How often may I take Hayfree?").content())
                .isEqualTo("Yes, once a day.");
        assertThat(bodies)
                .singleElement()
                .asString()
                .contains("local-model", "placeOrder", "assistant of a small pharmacy");
    }

    @Test
    void takesTheStandInUnlessAddressAndKeyAreSet() {
        assertThat(PharmacyModels.from(Map.of())).isInstanceOf(StandInModel.class);
        assertThat(PharmacyModels.from(Map.of("OPENAI_API_KEY", "key"))).isInstanceOf(StandInModel.class);
        assertThat(PharmacyModels.from(Map.of("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")))
                .isInstanceOf(StandInModel.class);
    }
}
