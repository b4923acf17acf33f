package io.github.harmcheck.langchain4j;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.PartialToolCallContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.github.harmcheck.recording.RecordedCall;

/** Hands a stream on as it comes and records its complete response, before the app hears of it. */
record RecordingHandler(StreamingChatResponseHandler handler, RecordedCall call)
        implements StreamingChatResponseHandler {

    @Override
    public void onPartialResponse(String text) {
        handler.onPartialResponse(text);
    }

    @Override
    public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
        handler.onPartialResponse(part, context);
    }

    @Override
    public void onPartialThinking(PartialThinking part) {
        handler.onPartialThinking(part);
    }

    @Override
    public void onPartialThinking(PartialThinking part, PartialThinkingContext context) {
        handler.onPartialThinking(part, context);
    }

    @Override
    public void onPartialToolCall(PartialToolCall part) {
        handler.onPartialToolCall(part);
    }

    @Override
    public void onPartialToolCall(PartialToolCall part, PartialToolCallContext context) {
        handler.onPartialToolCall(part, context);
    }

    @Override
    public void onCompleteToolCall(CompleteToolCall toolCall) {
        handler.onCompleteToolCall(toolCall);
    }

    @Override
    public void onUnmappedRawEvent(Object event) {
        handler.onUnmappedRawEvent(event);
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        RecordedResponses.write(response).ifPresentOrElse(call::record, call::failed);
        handler.onCompleteResponse(response);
    }

    @Override
    public void onError(Throwable error) {
        RecordedResponses.writeFailure(error).ifPresentOrElse(call::record, call::failed);
        handler.onError(error);
    }
}
