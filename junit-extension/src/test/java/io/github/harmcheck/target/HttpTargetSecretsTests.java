package io.github.harmcheck.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.harmcheck.core.Message;
import io.github.harmcheck.testing.LoopbackServer;
import io.github.harmcheck.testing.LoopbackServer.Answer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpTargetSecretsTests {
    private static final String SECRET = "sk-very-secret-4711";

    private static HttpTarget.Builder builder(URI uri, Map<String, String> environment) {
        return new HttpTarget.Builder(uri, environment::get)
                .body("{\"q\":\"{{prompt}}\"}")
                .reply("/answer");
    }

    @Test
    void aHeaderTakesItsValueFromTheEnvironment() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(Answer.json(200, "{\"answer\":\"hi\"}"))) {
            Target target = builder(server.uri("/"), Map.of("API_KEY", SECRET + "\n", "TENANT", "a"))
                    .header("Authorization", "Bearer ${API_KEY}")
                    .header("X-Tenant", "${TENANT}-${TENANT}")
                    .header("Content-Type", "application/vnd.acme+json")
                    .build();

            target.open(TargetContract.key(1)).say(Message.user("hello"));

            LoopbackServer.Request request = server.requests().get(0);
            assertThat(request.header("Authorization")).isEqualTo("Bearer " + SECRET);
            assertThat(request.header("X-Tenant")).isEqualTo("a-a");
            assertThat(request.header("Content-Type")).isEqualTo("application/vnd.acme+json");
        }
    }

    @Test
    void aMissingVariableIsNamed() {
        assertThatThrownBy(() -> builder(URI.create("http://127.0.0.1:1/"), Map.of("API_KEY", " "))
                        .header("Authorization", "Bearer ${API_KEY}")
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Authorization")
                .hasMessageContaining("environment variable API_KEY");
    }

    @Test
    void aValueThatNoHeaderCanCarryIsNotShown() {
        assertThatThrownBy(() -> builder(URI.create("http://127.0.0.1:1/"), Map.of("API_KEY", SECRET + "\r\nX: y"))
                        .header("Authorization", "Bearer ${API_KEY}")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Authorization")
                .hasStackTraceContaining("not shown")
                .satisfies(e -> assertThat(everything(e)).doesNotContain(SECRET));
    }

    @Test
    void aHeaderNameThatIsNoneIsRefused() {
        assertThatThrownBy(() ->
                        builder(URI.create("http://127.0.0.1:1/"), Map.of()).header("A: b\r\nC", "d"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aServerThatEchoesTheKeyDoesNotPutItIntoTheMessage() {
        for (int status : new int[] {401, 200}) {
            try (LoopbackServer server = LoopbackServer.start((request, exchange) -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                byte[] body = ("{\"error\":\"wrong key " + request.header("Authorization") + "\"}").getBytes();
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            })) {
                Target target = builder(server.uri("/" + SECRET + "?k=" + SECRET), Map.of("API_KEY", SECRET))
                        .header("Authorization", "Bearer ${API_KEY}")
                        .build();

                Throwable thrown =
                        catchThrowable(() -> target.open(TargetContract.key(1)).say(Message.user("hello")));

                assertThat(everything(thrown)).contains("wrong key Bearer ***").doesNotContain(SECRET);
                assertThat(target.toString()).doesNotContain(SECRET);
            }
        }
    }

    private static String everything(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
