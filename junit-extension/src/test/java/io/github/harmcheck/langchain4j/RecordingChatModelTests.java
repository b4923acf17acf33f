package io.github.harmcheck.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.CurrentAttempt;
import io.github.harmcheck.recording.MissingRecordingException;
import io.github.harmcheck.recording.RecordMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a recording model writes down and plays, and that whatever changes a request makes it another one. */
@SuppressWarnings("try") // scopes are closed, never asked
class RecordingChatModelTests {
    private static final ToolSpecification STOCK = ToolSpecification.builder()
            .name("stockOf")
            .description("says what is in stock")
            .parameters(JsonObjectSchema.builder()
                    .addStringProperty("medicine")
                    .addIntegerProperty("packs")
                    .build())
            .build();

    @TempDir
    Path folder;

    private final ScriptedModel model = new ScriptedModel(request -> text("answer " + next()));
    private int answers;

    private String next() {
        return Integer.toString(++answers);
    }

    private static ChatResponse text(String text) {
        return ChatResponse.builder().aiMessage(AiMessage.from(text)).build();
    }

    private ChatModel in(RecordMode mode) {
        return in(mode, model);
    }

    private ChatModel in(RecordMode mode, ChatModel inner) {
        return LangChain4j.recording(inner, mode, folder);
    }

    private static ChatRequest request(ChatMessage... messages) {
        return ChatRequest.builder().messages(messages).build();
    }

    private static ChatRequest hello() {
        return request(SystemMessage.from("Be kind."), UserMessage.from("Hello"));
    }

    private static AttemptKey attempt(int trial) {
        return new AttemptKey("core", "b1", "direct", "plain", trial);
    }

    private static String said(ChatModel model, ChatRequest request) {
        return model.chat(request).aiMessage().text();
    }

    private static String said(ChatModel model, ChatRequest request, AttemptKey key) {
        try (CurrentAttempt.Scope ignored = CurrentAttempt.enter(key)) {
            return said(model, request);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void liveTouchesNothing() throws Exception {
        assertThat(said(in(RecordMode.LIVE), hello())).isEqualTo("answer 1");
        assertThat(files()).isEmpty();
    }

    @Test
    void whatWasRecordedIsPlayedWithoutACall() throws Exception {
        said(in(RecordMode.RECORD), hello(), attempt(1));

        assertThat(said(in(RecordMode.REPLAY), hello(), attempt(1))).isEqualTo("answer 1");
        assertThat(model.requests).hasSize(1);
        assertThat(files()).singleElement().satisfies(file -> {
            assertThat(folder.relativize(file).toString().replace('\\', '/'))
                    .matches("[0-9a-f]{2}/[0-9a-f]{64}\\.json");
            assertThat(file.getFileName().toString())
                    .startsWith(file.getParent().getFileName().toString());
            assertThat(file).content().contains("\n  \"attempt\" : \"core/b1/direct/plain/1\",\n", "\"Be kind.\"");
        });
    }

    @Test
    void repeatsAndTrialsAreAnswersOfTheirOwn() {
        ChatModel recording = in(RecordMode.RECORD);
        said(recording, hello(), attempt(1));
        said(recording, hello(), attempt(1));
        said(recording, hello(), attempt(2));
        ChatModel replay = in(RecordMode.REPLAY);

        assertThat(said(replay, hello(), attempt(2))).isEqualTo("answer 3");
        assertThat(said(replay, hello(), attempt(1))).isEqualTo("answer 1");
        assertThat(said(replay, hello(), attempt(1))).isEqualTo("answer 2");
        assertThatThrownBy(() -> said(replay, hello(), attempt(1)))
                .isInstanceOf(MissingRecordingException.class)
                .hasMessageContaining("the same request was recorded, but not so often");
    }

    @Test
    void autoCallsOnlyWhatIsMissing() {
        said(in(RecordMode.RECORD), hello(), attempt(1));
        ChatModel auto = in(RecordMode.AUTO);

        assertThat(said(auto, hello(), attempt(1))).isEqualTo("answer 1");
        assertThat(said(auto, hello(), attempt(2))).isEqualTo("answer 2");
        assertThat(said(in(RecordMode.REPLAY), hello(), attempt(2))).isEqualTo("answer 2");
        assertThat(model.requests).hasSize(2);
    }

    static Stream<ChatRequest> changedRequests() {
        return Stream.of(
                request(SystemMessage.from("Be rude."), UserMessage.from("Hello")),
                request(SystemMessage.from("Be kind."), UserMessage.from("Hullo")),
                request(UserMessage.from("Hello")),
                request(SystemMessage.from("Be kind."), UserMessage.from("Ann", "Hello")),
                hello().toBuilder().temperature(0.1).build(),
                hello().toBuilder().modelName("other").build(),
                hello().toBuilder().stopSequences(List.of("x")).build(),
                hello().toBuilder().toolSpecifications(STOCK).build(),
                ChatRequest.builder()
                        .messages(hello().messages())
                        .parameters(
                                OpenAiChatRequestParameters.builder().seed(1).build())
                        .build());
    }

    @ParameterizedTest
    @MethodSource("changedRequests")
    void whateverChangesTheRequestIsAMiss(ChatRequest changed) {
        said(in(RecordMode.RECORD), hello(), attempt(1));
        ChatModel replay = in(RecordMode.REPLAY);

        assertThatThrownBy(() -> said(replay, changed, attempt(1)))
                .isInstanceOf(MissingRecordingException.class)
                .hasMessageContaining("core/b1/direct/plain/1");
        assertThat(said(replay, hello(), attempt(1))).isEqualTo("answer 1");
    }

    @Test
    void aToolThatChangedIsAMissAndTheOrderOfItsParametersIsNot() {
        ChatRequest with = hello().toBuilder().toolSpecifications(STOCK).build();
        said(in(RecordMode.RECORD), with, attempt(1));
        JsonObjectSchema swapped = JsonObjectSchema.builder()
                .addIntegerProperty("packs")
                .addStringProperty("medicine")
                .build();
        ChatModel replay = in(RecordMode.REPLAY);

        assertThatThrownBy(() -> said(
                        replay,
                        with.toBuilder()
                                .toolSpecifications(STOCK.toBuilder()
                                        .description("says nothing")
                                        .build())
                                .build(),
                        attempt(1)))
                .hasMessageContaining(
                        "tools.0.description changed: \"says what is in stock\" was recorded, now it is \"says nothing\"");
        assertThat(said(
                        replay,
                        with.toBuilder()
                                .toolSpecifications(
                                        STOCK.toBuilder().parameters(swapped).build())
                                .build(),
                        attempt(1)))
                .isEqualTo("answer 1");
    }

    @Test
    void aMissNamesWhatChangedShortenedAndEscaped() {
        String rules = "You never help anybody to hurt people. ".repeat(20);
        said(
                in(RecordMode.RECORD),
                request(SystemMessage.from(rules + "Be kind."), UserMessage.from("Hi")),
                attempt(1));

        assertThatThrownBy(() -> said(
                        in(RecordMode.REPLAY),
                        request(SystemMessage.from(rules + "Be\u202e rude.\n"), UserMessage.from("Hi")),
                        attempt(1)))
                .hasMessageContaining("the system message changed: …\"")
                .hasMessageContaining("Be kind.\" was recorded, now it is …\"")
                .hasMessageContaining("Be\\u202e rude.\\n\"")
                .hasMessageContaining("-Dharmcheck.mode=auto")
                .satisfies(thrown -> assertThat(thrown.getMessage().length()).isLessThan(600));
    }

    @Test
    void withoutAnAttemptEqualRequestsCountThroughTheRun() {
        ChatModel recording = in(RecordMode.RECORD);
        said(recording, hello());
        said(recording, hello());

        ChatModel replay = in(RecordMode.REPLAY);
        assertThat(said(replay, hello())).isEqualTo("answer 1");
        assertThat(said(replay, hello())).isEqualTo("answer 2");
        assertThatThrownBy(() -> said(replay, hello()))
                .isInstanceOf(MissingRecordingException.class)
                .hasMessageContaining("a call of no known attempt");
    }

    @Test
    void aProvidersFailureIsNotRecordedAndTheCallRepeatedIsTheSameCall() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        ScriptedModel failing = new ScriptedModel(request -> {
            if (calls.incrementAndGet() == 1) {
                throw new RateLimitException("slow down");
            }
            return text("at last");
        });
        ChatModel recording = in(RecordMode.RECORD, failing);

        assertThatThrownBy(() -> said(recording, hello(), attempt(1))).isInstanceOf(RateLimitException.class);
        assertThat(files()).isEmpty();
        try (CurrentAttempt.Scope ignored = CurrentAttempt.enter(attempt(2))) {
            calls.set(0);
            assertThatThrownBy(() -> said(recording, hello())).isInstanceOf(RateLimitException.class);
            assertThat(said(recording, hello())).isEqualTo("at last");
        }
        assertThat(said(in(RecordMode.REPLAY), hello(), attempt(2))).isEqualTo("at last");
    }

    @Test
    void aContentFilterIsAnOutcomeAndPlayedAsOne() {
        ScriptedModel filtered = new ScriptedModel(request -> {
            throw new ContentFilteredException("not allowed");
        });
        assertThatThrownBy(() -> said(in(RecordMode.RECORD, filtered), hello(), attempt(1)))
                .isInstanceOf(ContentFilteredException.class);

        assertThatThrownBy(() -> said(in(RecordMode.REPLAY), hello(), attempt(1)))
                .isInstanceOf(ContentFilteredException.class)
                .hasMessage("not allowed");
        assertThat(model.requests).isEmpty();
    }

    @Test
    void allOfAResponseIsPlayed() {
        ChatResponse full = ChatResponse.builder()
                .aiMessage(AiMessage.builder()
                        .text("let me see")
                        .thinking("the stock")
                        .toolExecutionRequests(List.of(ToolExecutionRequest.builder()
                                .id("call_x7")
                                .name("stockOf")
                                .arguments("{\"medicine\":\"Dolorex\"}")
                                .build()))
                        .attributes(Map.of("signature", "abc"))
                        .build())
                .id("id-1")
                .modelName("m-1")
                .finishReason(FinishReason.TOOL_EXECUTION)
                .tokenUsage(new TokenUsage(3, 4, 7))
                .build();
        in(RecordMode.RECORD, new ScriptedModel(request -> full)).chat(hello());

        ChatResponse played =
                in(RecordMode.AUTO, new ScriptedModel(request -> full)).chat(hello());
        assertThat(played.aiMessage()).isEqualTo(full.aiMessage());
        assertThat(played.id()).isEqualTo("id-1");
        assertThat(played.modelName()).isEqualTo("m-1");
        assertThat(played.finishReason()).isEqualTo(FinishReason.TOOL_EXECUTION);
        assertThat(played.tokenUsage()).isEqualTo(new TokenUsage(3, 4, 7));
    }

    @Test
    void idsOfToolCallsThatAProviderDrawsAnewAreNotPartOfTheRequest() {
        said(in(RecordMode.RECORD), afterATool("call_1"), attempt(1));

        assertThat(said(in(RecordMode.REPLAY), afterATool("call_2"), attempt(1)))
                .isEqualTo("answer 1");
    }

    private static ChatRequest afterATool(String id) {
        ToolExecutionRequest call = ToolExecutionRequest.builder()
                .id(id)
                .name("stockOf")
                .arguments("{}")
                .build();
        return request(
                UserMessage.from("How many?"), AiMessage.from(call), ToolExecutionResultMessage.from(call, "120"));
    }

    @Test
    void theModelsOwnDefaultsAreItsRequestAndItsFace() {
        List<String> heard = new ArrayList<>();
        ChatModelListener listener = new ChatModelListener() {
            @Override
            public void onResponse(ChatModelResponseContext context) {
                heard.add(context.chatResponse().aiMessage().text());
            }
        };
        ChatModel warm = configured(0.9, listener);
        said(in(RecordMode.RECORD, warm), hello(), attempt(1));

        ChatModel replay = in(RecordMode.REPLAY, warm);
        assertThat(said(replay, hello(), attempt(1))).isEqualTo("from the model");
        assertThat(heard).as("listeners hear each answer once").containsExactly("from the model", "from the model");
        assertThat(replay.provider()).isEqualTo(ModelProvider.MISTRAL_AI);
        assertThat(replay.defaultRequestParameters().temperature()).isEqualTo(0.9);
        assertThatThrownBy(() -> said(in(RecordMode.REPLAY, configured(0.2, listener)), hello(), attempt(1)))
                .hasMessageContaining("parameters.temperature changed: \"0.9\" was recorded, now it is \"0.2\"");
    }

    private static ChatModel configured(double temperature, ChatModelListener listener) {
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                return text("from the model");
            }

            @Override
            public ChatRequestParameters defaultRequestParameters() {
                return ChatRequestParameters.builder().temperature(temperature).build();
            }

            @Override
            public List<ChatModelListener> listeners() {
                return List.of(listener);
            }

            @Override
            public ModelProvider provider() {
                return ModelProvider.MISTRAL_AI;
            }
        };
    }

    @Test
    void aDamagedRecordingIsNeverAHit() throws Exception {
        said(in(RecordMode.RECORD), hello(), attempt(1));
        Path file = files().get(0);
        Files.writeString(file, Files.readString(file).substring(0, 40));

        assertThatThrownBy(() -> said(in(RecordMode.REPLAY), hello(), attempt(1)))
                .isInstanceOf(MissingRecordingException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("not JSON")
                .hasMessageContaining("restore the file or delete it");
        assertThat(said(in(RecordMode.AUTO), hello(), attempt(1))).isEqualTo("answer 2");
        assertThat(said(in(RecordMode.REPLAY), hello(), attempt(1))).isEqualTo("answer 2");
    }

    @Test
    void aRecordingOfAnotherSchemaOrUnderAnotherNameIsNeverAHit() throws Exception {
        said(in(RecordMode.RECORD), hello(), attempt(1));
        Path file = files().get(0);
        String whole = Files.readString(file);
        Files.writeString(file, whole.replace("\"schema\" : 1", "\"schema\" : 99"));
        assertThatThrownBy(() -> said(in(RecordMode.REPLAY), hello(), attempt(1)))
                .hasMessageContaining("schema 99");
        Files.writeString(file, whole.replace("plain/1", "plain/7"));
        assertThatThrownBy(() -> said(in(RecordMode.REPLAY), hello(), attempt(1)))
                .hasMessageContaining("the recording of another request");
    }

    @Test
    void secretsNeverReachARecording() throws Exception {
        String key = "sk-" + "a1B2".repeat(8);
        ChatModel leaking = in(RecordMode.RECORD, new ScriptedModel(request -> text("your key is " + key)));
        said(
                leaking,
                request(SystemMessage.from("Use " + key), UserMessage.from("Bearer " + "t".repeat(30))),
                attempt(1));

        assertThat(files())
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(file).content().doesNotContain(key, "tttttt").contains("your key is ***"));
    }

    @Test
    void manyThreadsRecordAtOnceAndNothingIsLost() throws Exception {
        ChatModel recording = in(
                RecordMode.RECORD,
                new ScriptedModel(request -> text("to " + request.messages().get(0))));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<String>> all = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                int trial = i / 2 + 1;
                all.add(threads.submit(() -> said(recording, hello(), attempt(trial))));
            }
            for (Future<String> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        ChatModel replay = in(RecordMode.REPLAY);
        for (int trial = 1; trial <= 100; trial++) {
            assertThat(said(replay, hello(), attempt(trial))).startsWith("to ");
        }
        assertThat(files()).hasSize(200).allMatch(file -> file.toString().endsWith(".json"));
    }
}
