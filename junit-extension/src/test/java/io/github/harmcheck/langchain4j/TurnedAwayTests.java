package io.github.harmcheck.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Overload;
import io.github.harmcheck.llm.TextGenerator;
import io.github.harmcheck.target.Overloads;
import io.github.harmcheck.testing.Faults;
import io.github.harmcheck.testing.LoopbackServer;
import io.github.harmcheck.testing.LoopbackServer.Answer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the OpenAI client throws over a real server, as the engine sees it. */
@Timeout(60)
class TurnedAwayTests {
    private static final Overload BUSY = new Overload(Overload.Kind.BUSY, null);

    private static ChatModel model(String baseUrl) {
        return OpenAiChatModel.builder()
                .baseUrl(baseUrl)
                .apiKey("none")
                .modelName("asked-1")
                .maxRetries(0)
                .timeout(Duration.ofSeconds(5))
                .build();
    }

    private static Optional<Overload> overload(Answer answer) {
        try (LoopbackServer server = LoopbackServer.start(answer)) {
            ChatModel model = model(server.uri("/v1").toString());
            Throwable ofModel = catchThrowable(() -> model.chat("hello"));
            Throwable ofGenerator = catchThrowable(() -> LangChain4j.generator(model)
                    .generate(new TextGenerator.Request(List.of(Message.user("hello")), null, null, null)));
            assertThat(Overloads.of(ofGenerator)).isEqualTo(Overloads.of(ofModel));
            return Overloads.of(ofModel);
        }
    }

    @Test
    void tooManyRequestsAndServiceUnavailableDidNoWork() {
        assertThat(overload(Faults.tooManyRequests(1))).contains(BUSY);
        assertThat(overload(Answer.json(503, "{}"))).contains(BUSY);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 408, 500, 502, 504})
    void anyOtherStatusMayHave(int status) {
        assertThat(overload(Answer.json(status, "{}"))).isEmpty();
    }

    @Test
    void aBrokenAnswerMayHave() {
        assertThat(overload(Faults.cutOff())).isEmpty();
        assertThat(overload(Answer.json(200, "{\"id\":"))).isEmpty();
    }

    @Test
    void aClosedPortIsUnreachable() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        Throwable thrown =
                catchThrowable(() -> model("http://127.0.0.1:" + port + "/v1").chat("hello"));

        assertThat(Overloads.of(thrown)).contains(new Overload(Overload.Kind.UNREACHABLE, null));
    }

    @Test
    void aRateLimitWithoutAStatusCountsToo() {
        assertThat(Overloads.of(new IllegalStateException(new RateLimitException("slow down"))))
                .contains(BUSY);
    }
}
