package io.github.harmcheck.recording;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.recording.RecordedGenerator.Turns;
import io.github.harmcheck.target.Conversation;
import io.github.harmcheck.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dialogue whose replies are recorded as a whole. The app is opened only when it has to answer; then it first hears the
 * turns that were played, whose new replies are dropped, so that it is where the dialogue is.
 */
final class FingerprintedConversation implements Conversation {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final Target target;
    private final AttemptKey key;
    private final String fingerprint;
    private final RecordingBoundary boundary = RecordingBoundary.ofApp();
    private final List<Message> said = new ArrayList<>();
    private @Nullable Conversation open;
    private int heard;

    FingerprintedConversation(Target target, AttemptKey key, String fingerprint) {
        this.target = target;
        this.key = key;
        this.fingerprint = fingerprint;
    }

    @Override
    public Reply say(Message message) throws Exception {
        said.add(message);
        return boundary.answer(new Turn());
    }

    private Reply hear() throws Exception {
        Conversation app = open;
        if (app == null) {
            app = target.open(key);
            open = app;
        }
        while (heard < said.size() - 1) {
            app.say(said.get(heard));
            heard++;
        }
        Reply reply = app.say(said.get(heard));
        heard++;
        return reply;
    }

    /** The app may have kept what it heard, and this dialogue has. */
    @Override
    public boolean forgetsFailedTurns() {
        return false;
    }

    @Override
    public void close() {
        Conversation app = open;
        open = null;
        if (app != null) {
            app.close();
        }
    }

    private final class Turn implements Recordable<Reply> {
        @Override
        public String kind() {
            return "target";
        }

        @Override
        public Map<String, ?> request() {
            return Map.of("fingerprint", fingerprint, "messages", Turns.of(said));
        }

        @Override
        public Reply call() throws Exception {
            return hear();
        }

        @Override
        public Optional<Map<String, ?>> write(@Nullable Reply reply) {
            return reply == null ? Optional.empty() : Optional.of(Json.MAPPER.convertValue(reply, MAP));
        }

        @Override
        public Reply play(Map<String, Object> recorded) {
            return Json.MAPPER.convertValue(recorded, Reply.class);
        }
    }
}
