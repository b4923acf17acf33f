package io.github.harmcheck.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Overload;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.llm.TextGenerator;
import io.github.harmcheck.llm.TextGenerator.Generation;
import io.github.harmcheck.llm.TextGenerator.Request;
import io.github.harmcheck.testing.LoopbackServer;
import io.github.harmcheck.testing.LoopbackServer.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpGeneratorTests {

    private static final Request QUESTION =
            new Request(List.of(Message.user("[INST] {x} \"q\" \u00e9\n[/INST]")), 0.0, 1, "{}");

    @Test
    void sendsThePromptAsItIs() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(Answer.json(200, "{\"choices\":[{\"text\":\"no\"}]}"))) {
            TextGenerator model = HttpGenerator.completions(server.uri("/v1/completions"), "cls")
                    .header("Authorization", "Bearer placeholder-key-value")
                    .build();

            Generation generation = model.generate(QUESTION);

            assertThat(generation.text()).isEqualTo("no");
            assertThat(generation.usage()).isEqualTo(new Usage(1, null, null));
            LoopbackServer.Request request = server.requests().get(0);
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.header("Authorization")).isEqualTo("Bearer placeholder-key-value");
            assertThat(request.body())
                    .isEqualTo(
                            "{\"model\":\"cls\",\"prompt\":\"[INST] {x} \\\"q\\\" \u00e9\\n[/INST]\",\"temperature\":0.0,\"max_tokens\":1}");
            assertThat(model.id()).isEqualTo("cls");
            assertThat(model.endpoint())
                    .isEqualTo("http://127.0.0.1:" + server.uri("/").getPort());
            assertThat(model.toString()).doesNotContain("placeholder-key-value");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | {\"error\":\"boom\"} | HTTP 500",
                "404 | {\"error\":\"no such model\"} | HTTP 404",
                "200 | not json | not JSON",
                "200 | {} | no text at /choices/0/text",
                "200 | {\"choices\":[]} | no text at /choices/0/text",
                "200 | {\"choices\":[{\"text\":{\"a\":1}}]} | a OBJECT and not a text",
                "302 | {} | HTTP 302"
            })
    void failsOnAnythingButAnAnswer(int status, String body, String message) {
        try (LoopbackServer server = LoopbackServer.start(Answer.json(status, body))) {
            TextGenerator model = HttpGenerator.completions(server.uri("/v1/completions"), "cls")
                    .build();

            assertThatThrownBy(() -> model.generate(QUESTION))
                    .isInstanceOf(HttpTargetException.class)
                    .hasMessageContaining(message);
            assertThat(server.requests()).as("asked once").hasSize(1);
        }
    }

    @Test
    void failsOnGarbage() {
        byte[] garbage = {(byte) 0xff, 0, (byte) 0xfe};
        try (LoopbackServer server = LoopbackServer.start(Answer.of(200, "application/json", garbage))) {
            TextGenerator model = HttpGenerator.moderation(server.uri("/v1/moderations"), "omni")
                    .build();

            assertThatThrownBy(() -> model.generate(QUESTION)).hasMessageContaining("not valid UTF-8");
        }
    }

    @Test
    void tellsWhenItWasTurnedAwaySoThatACampaignAsksAgain() {
        try (LoopbackServer server = LoopbackServer.start((request, exchange) -> {
            exchange.getResponseHeaders().set("Retry-After", "7");
            LoopbackServer.send(exchange, 429, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
        })) {
            TextGenerator model = HttpGenerator.completions(server.uri("/v1/completions"), "cls")
                    .build();

            assertThatThrownBy(() -> model.generate(QUESTION))
                    .satisfies(thrown -> assertThat(Overloads.of(thrown))
                            .contains(new Overload(Overload.Kind.BUSY, Duration.ofSeconds(7))));
        }
    }

    @Test
    void givesUpAfterItsTime() {
        try (LoopbackServer server = LoopbackServer.start((request, exchange) -> Thread.sleep(5_000))) {
            TextGenerator model = HttpGenerator.completions(server.uri("/v1/completions"), "cls")
                    .timeout(Duration.ofMillis(100))
                    .build();

            assertThatThrownBy(() -> model.generate(QUESTION)).hasMessageContaining("did not answer within 100 ms");
        }
    }

    @Test
    void refusesWhatItCannotSend() {
        TextGenerator model = HttpGenerator.completions(URI.create("http://127.0.0.1:1/v1/completions"), "cls")
                .build();

        assertThatThrownBy(() -> model.generate(
                        new Request(List.of(Message.user("a"), Message.assistant("b")), null, null, null)))
                .hasMessageContaining("one text and no dialogue");
        assertThatThrownBy(() -> HttpGenerator.moderation(URI.create("ftp://host/x"), "m"))
                .hasMessageContaining("https://host");
        assertThatThrownBy(() -> HttpGenerator.moderation(URI.create("http://host/x"), " "))
                .hasMessageContaining("blank");
        assertThatThrownBy(() -> HttpGenerator.moderation(URI.create("http://host/x"), "m")
                        .header("Authorization", "Bearer ${NO_SUCH_VARIABLE_HERE}")
                        .build())
                .hasMessageContaining("NO_SUCH_VARIABLE_HERE");
    }
}
