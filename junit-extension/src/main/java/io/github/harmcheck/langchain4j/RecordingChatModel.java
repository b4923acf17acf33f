package io.github.harmcheck.langchain4j;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.ChatRequestOptions;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.github.harmcheck.recording.Recordable;
import io.github.harmcheck.recording.RecordingBoundary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A model whose answers are recorded and played. Listeners of the model see played answers as they saw called ones, once.
 */
final class RecordingChatModel implements ChatModel {
    private final ChatModel model;
    private final RecordingBoundary boundary;

    private RecordingChatModel(ChatModel model, RecordingBoundary boundary) {
        this.model = model;
        this.boundary = boundary;
    }

    /** Returns the model with a boundary around it, or the model itself where it has one. */
    static RecordingChatModel around(ChatModel model, Supplier<RecordingBoundary> boundary) {
        return model instanceof RecordingChatModel recording
                ? recording
                : new RecordingChatModel(model, boundary.get());
    }

    /** Returns the model that is called. */
    static ChatModel inner(ChatModel model) {
        return model instanceof RecordingChatModel recording ? recording.model : model;
    }

    @Override
    public ChatResponse chat(ChatRequest request) {
        return answer(request, () -> model.chat(request), played -> played.chat(request));
    }

    @Override
    public ChatResponse chat(ChatRequest request, ChatRequestOptions options) {
        return answer(request, () -> model.chat(request, options), played -> played.chat(request, options));
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        return answer(request, () -> model.doChat(request), played -> played.doChat(request));
    }

    private ChatResponse answer(ChatRequest request, Supplier<ChatResponse> call, Played play) {
        try {
            return boundary.answer(new Chat(request, call, play));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return model.defaultRequestParameters();
    }

    @Override
    public List<ChatModelListener> listeners() {
        return model.listeners();
    }

    @Override
    public ModelProvider provider() {
        return model.provider();
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return model.supportedCapabilities();
    }

    @Override
    public String toString() {
        return "recording " + model;
    }

    /** Returns the request as it reaches the provider, defaults of the model filled in. */
    static ChatRequest complete(ChatRequest request, @Nullable ChatRequestParameters defaults) {
        return defaults == null
                ? request
                : ChatRequest.builder()
                        .messages(request.messages())
                        .parameters(defaults.overrideWith(request.parameters()))
                        .build();
    }

    private interface Played extends Function<ChatModel, ChatResponse> {}

    private final class Chat implements Recordable<ChatResponse> {
        private final ChatRequest request;
        private final Supplier<ChatResponse> call;
        private final Played play;

        Chat(ChatRequest request, Supplier<ChatResponse> call, Played play) {
            this.request = request;
            this.call = call;
            this.play = play;
        }

        @Override
        public String kind() {
            return "chat";
        }

        @Override
        public Map<String, ?> request() {
            return RecordedRequests.of(complete(request, model.defaultRequestParameters()), model.provider());
        }

        @Override
        public ChatResponse call() {
            return call.get();
        }

        @Override
        public Optional<Map<String, ?>> write(@Nullable ChatResponse response) {
            return RecordedResponses.write(response);
        }

        @Override
        public Optional<Map<String, ?>> writeFailure(Exception failure) {
            return RecordedResponses.writeFailure(failure);
        }

        @Override
        public ChatResponse play(Map<String, Object> recorded) {
            return play.apply(new PlayedModel(model, asked -> RecordedResponses.play(recorded)));
        }
    }

    /** Answers from a recording in the place of the model, through langchain4j's own calls of listeners. */
    private record PlayedModel(ChatModel model, Function<ChatRequest, ChatResponse> answer) implements ChatModel {
        @Override
        public ChatResponse doChat(ChatRequest request) {
            return answer.apply(request);
        }

        @Override
        public ChatRequestParameters defaultRequestParameters() {
            return model.defaultRequestParameters();
        }

        @Override
        public List<ChatModelListener> listeners() {
            return model.listeners();
        }

        @Override
        public ModelProvider provider() {
            return model.provider();
        }
    }
}
