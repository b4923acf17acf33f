package io.github.harmcheck.recording;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.target.Conversation;
import io.github.harmcheck.target.Target;
import java.time.Duration;
import java.util.Optional;

/**
 * A target under a run. Its own code runs; only where it declares a fingerprint, and with it that nothing else decides
 * its answers, its replies are recorded and played as they are.
 */
record RecordedTarget(Target target, RecordingRun run) implements Target {

    @Override
    public Conversation open(AttemptKey key) throws Exception {
        Optional<String> fingerprint = target.fingerprint();
        Conversation conversation = fingerprint.isPresent() && run.mode() != RecordMode.LIVE
                ? new FingerprintedConversation(target, key, fingerprint.get())
                : target.open(key);
        return new CheckedConversation(conversation, run, key);
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public String endpoint() {
        return target.endpoint();
    }

    @Override
    public boolean takesImages() {
        return target.takesImages();
    }

    @Override
    public Optional<String> fingerprint() {
        return target.fingerprint();
    }

    /** Fails a turn in which a recording was missed, whatever the app made of it; what was played costs nothing. */
    private record CheckedConversation(Conversation conversation, RecordingRun run, AttemptKey key)
            implements Conversation {

        @Override
        public Reply say(io.github.harmcheck.core.Message message) throws Exception {
            RecordedAttempt attempt = RecordingRun.attempt(key.id()).orElse(null);
            if (attempt == null) {
                return conversation.say(message);
            }
            int played = attempt.played();
            int called = attempt.called();
            Reply reply;
            try {
                reply = conversation.say(message);
            } catch (Exception e) {
                throw missed(attempt, e);
            }
            if (attempt.missed() != null) {
                throw missed(attempt, null);
            }
            if (reply != null && reply.blocked().isEmpty()) {
                run.countReply();
            }
            boolean free = attempt.played() > played && attempt.called() == called;
            return reply != null && free ? free(reply) : reply;
        }

        private static Exception missed(RecordedAttempt attempt, @org.jspecify.annotations.Nullable Exception thrown) {
            String missed = attempt.missed();
            if (missed == null) {
                return thrown == null ? new IllegalStateException("nothing was missed") : thrown;
            }
            if (thrown instanceof MissingRecordingException) {
                return thrown;
            }
            MissingRecordingException missing = new MissingRecordingException("no recording: " + missed);
            if (thrown != null) {
                missing.addSuppressed(thrown);
            }
            return missing;
        }

        private static Reply free(Reply reply) {
            return new Reply(
                    reply.text(),
                    reply.partialText(),
                    reply.toolCalls(),
                    reply.retrievedIds(),
                    reply.finishReason(),
                    reply.blockedBy(),
                    reply.truncated(),
                    reply.model(),
                    Usage.NONE,
                    0);
        }

        @Override
        public boolean forgetsFailedTurns() {
            return conversation.forgetsFailedTurns();
        }

        @Override
        public Optional<Duration> pause() {
            return conversation.pause();
        }

        @Override
        public void close() {
            conversation.close();
        }
    }
}
