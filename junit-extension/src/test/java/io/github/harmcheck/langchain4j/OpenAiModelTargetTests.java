package io.github.harmcheck.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.ModelCall;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.target.Target;
import io.github.harmcheck.target.TargetContract;
import io.github.harmcheck.testing.Faults;
import io.github.harmcheck.testing.LoopbackServer;
import io.github.harmcheck.testing.LoopbackServer.Answer;
import io.github.harmcheck.testing.OpenAiAnswers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract with langchain4j's OpenAI client over a real server, and what only a provider knows. */
class OpenAiModelTargetTests extends TargetContract {
    private final List<LoopbackServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(LoopbackServer::close);
    }

    private Target against(Answer answer) {
        LoopbackServer server = LoopbackServer.start(answer);
        servers.add(server);
        return LangChain4j.target(OpenAiChatModel.builder()
                .baseUrl(server.uri("/v1").toString())
                .apiKey("none")
                .modelName("asked-1")
                .temperature(0.5)
                .topP(0.9)
                .maxTokens(64)
                .seed(42)
                .maxRetries(0)
                .timeout(Duration.ofSeconds(20))
                .build());
    }

    @Override
    protected Target target(App app) {
        return against((request, exchange) -> {
            List<String> said = new ArrayList<>();
            Json.MAPPER
                    .readTree(request.body())
                    .path("messages")
                    .forEach(message -> said.add(message.path("content").asText()));
            try {
                OpenAiAnswers.text(asked -> app.answer(said)).to(request, exchange);
            } catch (IllegalStateException e) {
                Answer.json(500, "{\"error\":{\"message\":\"" + e.getMessage() + "\"}}")
                        .to(request, exchange);
            }
        });
    }

    @Override
    protected boolean remembers() {
        return true;
    }

    @Override
    protected boolean canAnswerNull() {
        return false;
    }

    @Test
    void aReplyCarriesWhatTheProviderSaid() throws Exception {
        Reply reply = against(OpenAiAnswers.completion("length", asked -> "cut"))
                .open(key(1))
                .say(Message.user("hello"));

        assertThat(reply.model()).isEqualTo(new ModelCall("scripted-1", "fp_test", 0.5, 0.9, 64, 42L));
        assertThat(reply.usage()).isEqualTo(new Usage(1, 11L, 7L));
        assertThat(reply.finishReason()).isEqualTo("length");
        assertThat(reply.truncated()).isTrue();
    }

    @Test
    void aFinishReasonOfContentFilterIsBlocked() throws Exception {
        Reply reply = against(OpenAiAnswers.completion("content_filter", asked -> "Step one"))
                .open(key(1))
                .say(Message.user("hello"));

        assertThat(reply.blocked()).contains("provider content filter");
        assertThat(reply.partialText()).isEqualTo("Step one");
    }

    @Test
    void aBadRequestOfTheContentFilterIsBlocked() throws Exception {
        Reply reply = against(Answer.json(400, "{\"error\":{\"message\":\"filtered\",\"code\" : \"content_filter\"}}"))
                .open(key(1))
                .say(Message.user("hello"));

        assertThat(reply.blocked()).contains("provider content filter");
    }

    @Test
    void aBadRequestThatEchoesSuchATextIsAnError() {
        Target target = against(Answer.json(
                400, "{\"error\":{\"message\":\"bad: {\\\"code\\\":\\\"content_filter\\\"}\",\"code\":\"invalid\"}}"));

        assertThatThrownBy(() -> ask(target, "hello")).hasStackTraceContaining("invalid");
    }

    @Test
    void tooManyRequestsIsAnErrorAfterOneCall() {
        Target target = against(Faults.tooManyRequests(1));

        assertThatThrownBy(() -> ask(target, "hello")).isInstanceOf(RateLimitException.class);
        assertThat(servers.get(0).requests()).hasSize(1);
    }

    @Test
    void anAnswerWithoutChoicesIsAnError() {
        Target target = against(Answer.json(200, "{\"id\":\"1\",\"model\":\"m\",\"choices\":[]}"));

        assertThatThrownBy(() -> ask(target, "hello")).isNotNull();
    }

    @Test
    void aMalformedAnswerIsAnError() {
        assertThatThrownBy(() -> ask(against(Answer.json(200, "{\"id\":")), "hello"))
                .isNotNull();
        assertThatThrownBy(() -> ask(against(Faults.cutOff()), "hello")).isNotNull();
    }

    @Test
    void oneProviderIsOneEndpoint() {
        assertThat(against(Answer.json(200, "{}")).endpoint()).isEqualTo("langchain4j:open_ai");
    }
}
