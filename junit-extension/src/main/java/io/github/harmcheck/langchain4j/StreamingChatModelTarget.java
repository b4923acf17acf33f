package io.github.harmcheck.langchain4j;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.recording.RecordingBoundary;
import io.github.harmcheck.target.BrokenReplyException;
import io.github.harmcheck.target.Conversation;
import io.github.harmcheck.target.Target;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A bare streaming model as the app. Each conversation keeps its own messages; a turn ends with its stream. */
record StreamingChatModelTarget(
        StreamingChatModel model, @Nullable String systemMessage) implements Target {

    StreamingChatModelTarget {
        model = RecordingStreamingChatModel.around(model, RecordingBoundary::ofApp);
    }

    @Override
    public Conversation open(AttemptKey key) {
        ChatHistory history = new ChatHistory(systemMessage);
        return turn -> say(history, turn);
    }

    private Reply say(ChatHistory history, Message turn) throws Exception {
        StreamedReply stream = new StreamedReply();
        ChatResponse response;
        try {
            model.chat(history.with(turn), stream);
            response = stream.await();
        } catch (ExecutionException e) {
            return broken(stream, e.getCause() == null ? e : e.getCause());
        } catch (RuntimeException e) {
            return broken(stream, e);
        }
        Reply reply = Replies.of(response, model.defaultRequestParameters());
        if (reply.blocked().isEmpty()) {
            history.keep(turn, response.aiMessage());
        }
        return reply;
    }

    private static Reply broken(StreamedReply stream, Throwable cause) throws Exception {
        String said = stream.soFar();
        Optional<String> by = BlockedBy.find(cause);
        if (by.isPresent()) {
            return Reply.builder("")
                    .blockedBy(by.get())
                    .partialText(said.isEmpty() ? null : said)
                    .build();
        }
        if (said.isEmpty() && cause instanceof Exception exception) {
            throw exception;
        }
        throw new BrokenReplyException(said, cause);
    }

    @Override
    public boolean takesImages() {
        return true;
    }

    @Override
    public String endpoint() {
        return Endpoints.of(model, model.provider());
    }
}
