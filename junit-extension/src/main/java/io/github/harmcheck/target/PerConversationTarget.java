package io.github.harmcheck.target;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.internal.SafeLog;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** A new app for every conversation, for apps that hold one conversation in their fields. */
record PerConversationTarget(Supplier<?> apps) implements Target {

    @Override
    public Conversation open(AttemptKey key) throws Exception {
        Object app = apps.get();
        Conversation conversation = Targets.adapt(app).open(key);
        return new Conversation() {
            @Override
            public Reply say(Message message) throws Exception {
                return conversation.say(message);
            }

            @Override
            public boolean forgetsFailedTurns() {
                return false;
            }

            @Override
            public Optional<Duration> pause() {
                return conversation.pause();
            }

            @Override
            public void close() {
                conversation.close();
                if (app instanceof AutoCloseable closeable) {
                    closeQuietly(closeable);
                }
            }
        };
    }

    @Override
    public String endpoint() {
        return "java:" + AppMethods.className(apps.getClass());
    }

    private static void closeQuietly(AutoCloseable app) {
        try {
            app.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            SafeLog.warn("an app did not close after its conversation", e);
        }
    }
}
