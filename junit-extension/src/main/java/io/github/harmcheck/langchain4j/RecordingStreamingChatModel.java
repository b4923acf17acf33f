package io.github.harmcheck.langchain4j;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatRequestOptions;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.github.harmcheck.recording.RecordedCall;
import io.github.harmcheck.recording.RecordingBoundary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * A streaming model whose answers are recorded and played. A played answer comes as one part and the complete response,
 * on the caller's thread.
 */
final class RecordingStreamingChatModel implements StreamingChatModel {
    private final StreamingChatModel model;
    private final RecordingBoundary boundary;

    private RecordingStreamingChatModel(StreamingChatModel model, RecordingBoundary boundary) {
        this.model = model;
        this.boundary = boundary;
    }

    /** Returns the model with a boundary around it, or the model itself where it has one. */
    static RecordingStreamingChatModel around(StreamingChatModel model, Supplier<RecordingBoundary> boundary) {
        return model instanceof RecordingStreamingChatModel recording
                ? recording
                : new RecordingStreamingChatModel(model, boundary.get());
    }

    /** Returns the model that is called. */
    static StreamingChatModel inner(StreamingChatModel model) {
        return model instanceof RecordingStreamingChatModel recording ? recording.model : model;
    }

    @Override
    public void chat(ChatRequest request, StreamingChatResponseHandler handler) {
        answer(request, handler, (streaming, to) -> streaming.chat(request, to));
    }

    @Override
    public void chat(ChatRequest request, ChatRequestOptions options, StreamingChatResponseHandler handler) {
        answer(request, handler, (streaming, to) -> streaming.chat(request, options, to));
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        answer(request, handler, (streaming, to) -> streaming.doChat(request, to));
    }

    private void answer(
            ChatRequest request,
            StreamingChatResponseHandler handler,
            BiConsumer<StreamingChatModel, StreamingChatResponseHandler> chat) {
        RecordedCall call = boundary.begin(
                "chat",
                () -> RecordedRequests.of(
                        RecordingChatModel.complete(request, model.defaultRequestParameters()), model.provider()));
        Optional<Map<String, Object>> recorded = call.recorded();
        if (recorded.isPresent()) {
            chat.accept(new PlayedModel(model, recorded.get()), handler);
            return;
        }
        try {
            chat.accept(model, new RecordingHandler(handler, call));
        } catch (RuntimeException e) {
            RecordedResponses.writeFailure(e).ifPresentOrElse(call::record, call::failed);
            throw e;
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

    /** Answers from a recording in the place of the model, through langchain4j's own calls of listeners. */
    private record PlayedModel(StreamingChatModel model, Map<String, Object> recorded) implements StreamingChatModel {
        @Override
        public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
            ChatResponse response;
            try {
                response = RecordedResponses.play(recorded);
            } catch (RuntimeException e) {
                handler.onError(e);
                return;
            }
            if (response.aiMessage().thinking() != null) {
                handler.onPartialThinking(
                        new PartialThinking(response.aiMessage().thinking()));
            }
            if (response.aiMessage().text() != null
                    && !response.aiMessage().text().isEmpty()) {
                handler.onPartialResponse(response.aiMessage().text());
            }
            int index = 0;
            for (var toolCall : response.aiMessage().toolExecutionRequests()) {
                handler.onCompleteToolCall(new CompleteToolCall(index++, toolCall));
            }
            handler.onCompleteResponse(response);
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
