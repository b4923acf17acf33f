package io.github.harmcheck.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.llm.TextGenerator;
import io.github.harmcheck.llm.TextGenerator.Generation;
import io.github.harmcheck.llm.TextGenerator.Request;
import io.github.harmcheck.testing.Faults;
import io.github.harmcheck.testing.LoopbackServer;
import io.github.harmcheck.testing.OpenAiAnswers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChatModelGeneratorTests {
    private static final String SCHEMA =
            "{\"type\":\"object\",\"properties\":{\"score\":{\"type\":\"number\"}},\"required\":[\"score\"]}";
    private static final List<Message> MESSAGES =
            List.of(Message.system("Judge."), Message.user("one"), Message.assistant("two"), Message.user("three"));

    private static TextGenerator against(LoopbackServer server, Capability... capabilities) {
        return LangChain4j.generator(OpenAiChatModel.builder()
                .baseUrl(server.uri("/v1").toString())
                .apiKey("none")
                .modelName("judge-1")
                .supportedCapabilities(Set.of(capabilities))
                .maxRetries(0)
                .build());
    }

    private static JsonNode sent(LoopbackServer server) throws Exception {
        assertThat(server.requests()).hasSize(1);
        return Json.MAPPER.readTree(server.requests().get(0).body());
    }

    @Test
    void sendsMessagesAndParametersAndReturnsTextAndUsage() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(OpenAiAnswers.text(asked -> "fine"))) {
            Generation generation = against(server).generate(new Request(MESSAGES, 0.0, 100, null));

            assertThat(generation).isEqualTo(new Generation("fine", null, new Usage(1, 11L, 7L)));
            JsonNode request = sent(server);
            assertThat(request.path("messages").findValuesAsText("role"))
                    .containsExactly("system", "user", "assistant", "user");
            assertThat(request.path("temperature").asDouble(9)).isZero();
            assertThat(request.toString()).contains("100");
            assertThat(request.has("response_format")).isFalse();
        }
    }

    @Test
    void sendsASchemaOnlyToAModelThatSupportsOne() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(OpenAiAnswers.text(asked -> "{\"score\":1}"))) {
            against(server, Capability.RESPONSE_FORMAT_JSON_SCHEMA).generate(new Request(MESSAGES, null, null, SCHEMA));

            assertThat(sent(server)
                            .at("/response_format/json_schema/schema/properties/score/type")
                            .asText())
                    .isEqualTo("number");
        }
        try (LoopbackServer server = LoopbackServer.start(OpenAiAnswers.text(asked -> "{\"score\":1}"))) {
            against(server).generate(new Request(MESSAGES, null, null, SCHEMA));

            assertThat(sent(server).has("response_format")).isFalse();
            assertThat(sent(server).has("temperature")).isFalse();
        }
    }

    @Test
    void aFilteredAnswerNamesTheFilterAndHasNoText() throws Exception {
        try (LoopbackServer server =
                LoopbackServer.start(OpenAiAnswers.completion("content_filter", asked -> "part"))) {
            Generation generation = against(server).generate(new Request(MESSAGES, null, null, null));

            assertThat(generation.blockedBy()).isEqualTo("provider content filter");
            assertThat(generation.text()).isEmpty();
        }
        Generation thrown = LangChain4j.generator(ScriptedModel.of(told -> {
                    throw new ContentFilteredException("no");
                }))
                .generate(new Request(MESSAGES, null, null, null));
        assertThat(thrown.blockedBy()).isEqualTo("provider content filter");
    }

    @Test
    void aFailureIsThrownAfterOneCall() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(Faults.tooManyRequests(1))) {
            assertThatThrownBy(() -> against(server).generate(new Request(MESSAGES, null, null, null)))
                    .isNotNull();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void isNamedAfterItsModel() {
        try (LoopbackServer server = LoopbackServer.start(OpenAiAnswers.text(asked -> ""))) {
            assertThat(against(server).id()).isEqualTo("judge-1");
        }
        assertThat(LangChain4j.generator(ScriptedModel.of(told -> "x")).id()).isEqualTo("ScriptedModel");
    }
}
