package io.github.harmcheck.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.CurrentAttempt;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.recording.MissingRecordingException;
import io.github.harmcheck.recording.RecordMode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // scopes are closed, never asked
class RecordingStreamingChatModelTests {
    private static final AttemptKey KEY = new AttemptKey("core", "b1", "direct", "plain", 1);

    @TempDir
    Path folder;

    private int calls;

    private StreamingChatModel in(RecordMode mode, boolean breaks) {
        StreamingChatModel model = new StreamingChatModel() {
            @Override
            public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
                calls++;
                List.of("Of ", "course ", "not.").forEach(handler::onPartialResponse);
                if (breaks) {
                    handler.onError(new IllegalStateException("reset"));
                } else {
                    handler.onCompleteResponse(ChatResponse.builder()
                            .aiMessage(AiMessage.from("Of course not."))
                            .modelName("m-1")
                            .build());
                }
            }
        };
        return LangChain4j.recording(model, mode, folder);
    }

    private static Reply say(StreamingChatModel model) throws Exception {
        try (CurrentAttempt.Scope ignored = CurrentAttempt.enter(KEY)) {
            return LangChain4j.target(model).open(KEY).say(Message.user("May I?"));
        }
    }

    @Test
    void aStreamIsRecordedAndPlayedInOnePart() throws Exception {
        assertThat(say(in(RecordMode.RECORD, false)).text()).isEqualTo("Of course not.");

        Reply played = say(in(RecordMode.REPLAY, false));
        assertThat(played.text()).isEqualTo("Of course not.");
        assertThat(played.model()).isNotNull().extracting(model -> model.name()).isEqualTo("m-1");
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void partsComeBeforeTheEndInAReplayToo() {
        StreamingChatModel recording = in(RecordMode.RECORD, false);
        StringBuilder parts = new StringBuilder();
        StreamingChatResponseHandler handler = new StreamingChatResponseHandler() {
            @Override
            public void onPartialResponse(String part) {
                parts.append('[').append(part).append(']');
            }

            @Override
            public void onCompleteResponse(ChatResponse response) {
                parts.append('.');
            }

            @Override
            public void onError(Throwable error) {
                parts.append(error);
            }
        };
        try (CurrentAttempt.Scope ignored = CurrentAttempt.enter(KEY)) {
            recording.chat("May I?", handler);
            in(RecordMode.REPLAY, false).chat("May I?", handler);
        }
        assertThat(parts).hasToString("[Of ][course ][not.].[Of course not.].");
    }

    @Test
    void aStreamThatBrokeIsNotRecorded() {
        assertThatThrownBy(() -> say(in(RecordMode.RECORD, true))).hasRootCauseMessage("reset");
        assertThatThrownBy(() -> say(in(RecordMode.REPLAY, false))).isInstanceOf(MissingRecordingException.class);
    }
}
