package io.github.harmcheck.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.recording.RecordingBoundary;
import io.github.harmcheck.target.Conversation;
import io.github.harmcheck.target.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bare model as the app. Each conversation keeps its own messages. */
record ChatModelTarget(ChatModel model, @Nullable String systemMessage) implements Target {

    ChatModelTarget {
        model = RecordingChatModel.around(model, RecordingBoundary::ofApp);
    }

    @Override
    public Conversation open(AttemptKey key) {
        ChatHistory history = new ChatHistory(systemMessage);
        return turn -> say(history, turn);
    }

    private Reply say(ChatHistory history, Message turn) {
        ChatResponse response;
        try {
            response = model.chat(history.with(turn));
        } catch (RuntimeException e) {
            Optional<String> by = BlockedBy.find(e);
            if (by.isPresent()) {
                return Reply.blocked(by.get());
            }
            throw e;
        }
        Reply reply = Replies.of(response, model.defaultRequestParameters());
        if (reply.blocked().isEmpty()) {
            history.keep(turn, response.aiMessage());
        }
        return reply;
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
