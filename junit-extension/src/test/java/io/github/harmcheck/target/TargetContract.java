package io.github.harmcheck.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every target does, whatever app stands behind it. An app of a test answers with a text made from all it was told
 * in the conversation, the last turn last.
 */
@Timeout(60)
public abstract class TargetContract {

    /** How an app of a test makes its answer; returning null or throwing is the test's intent. */
    @FunctionalInterface
    public interface App {
        String answer(List<String> told);
    }

    /** Returns a target whose app answers so. */
    protected abstract Target target(App app);

    /** Returns whether the app is told the earlier turns of its conversation. */
    protected abstract boolean remembers();

    /** Returns what the message of an ERROR says when the app failed with "boom". */
    protected String failure() {
        return "boom";
    }

    /** Returns whether an app behind this target can answer null. */
    protected boolean canAnswerNull() {
        return true;
    }

    protected static AttemptKey key(int trial) {
        return new AttemptKey("core", "b-1", "direct", "plain", trial);
    }

    protected static String ask(Target target, String text) throws Exception {
        try (Conversation conversation = target.open(key(1))) {
            return conversation.say(Message.user(text)).text();
        }
    }

    @Test
    void tellsTheAppWhatWasSaidAndReturnsItsReply() throws Exception {
        String text = "Ünïcode \uD83D\uDE80 \"quoted\" \\ {\"a\":1}\nsecond line";
        Target target = target(told -> "you said: " + told.get(told.size() - 1));

        assertThat(ask(target, text)).isEqualTo("you said: " + text);
    }

    @Test
    void conversationsNeverSeeEachOther() throws Exception {
        Target target = target(told -> String.join("|", told));

        try (Conversation first = target.open(key(1));
                Conversation second = target.open(key(1))) {
            assertThat(first.say(Message.user("alpha")).text()).isEqualTo("alpha");
            assertThat(second.say(Message.user("beta")).text()).isEqualTo("beta");
            if (remembers()) {
                assertThat(first.say(Message.user("gamma")).text()).isEqualTo("alpha|alpha|gamma");
                assertThat(second.say(Message.user("delta")).text()).isEqualTo("beta|beta|delta");
            } else {
                assertThat(first.say(Message.user("gamma")).text()).isEqualTo("gamma");
            }
        }
        assertThat(ask(target, "epsilon")).isEqualTo("epsilon");
    }

    @Test
    void manyConversationsAtOnceGetTheirOwnReplies() throws Exception {
        Target target = target(told -> "echo " + told.get(told.size() - 1));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> replies = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String text = "turn " + i;
                replies.add(threads.submit(() -> ask(target, text)));
            }
            for (int i = 0; i < replies.size(); i++) {
                assertThat(replies.get(i).get(30, TimeUnit.SECONDS)).isEqualTo("echo turn " + i);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFailureOfTheAppIsThrownWithItsReason() {
        Target target = target(told -> {
            throw new IllegalStateException("boom");
        });

        assertThatThrownBy(() -> ask(target, "hello")).hasStackTraceContaining(failure());
    }

    @Test
    void aFailedConversationLeavesTheOthersAlone() throws Exception {
        Target target = target(told -> {
            if (told.contains("fail")) {
                throw new IllegalStateException("boom");
            }
            return "fine";
        });

        assertThatThrownBy(() -> ask(target, "fail")).isNotNull();
        assertThat(ask(target, "work")).isEqualTo("fine");
    }

    @Test
    void nullIsAnErrorThatSaysSo() {
        assumeTrue(canAnswerNull(), "an app behind this target cannot answer null");
        Target target = target(told -> null);

        assertThatThrownBy(() -> ask(target, "hello"))
                .isInstanceOf(NullReplyException.class)
                .hasMessage("the app returned null");
    }

    @Test
    void anEmptyReplyIsAReply() throws Exception {
        assertThat(ask(target(told -> ""), "hello")).isEmpty();
    }

    @Test
    void onlyTheUserSpeaks() throws Exception {
        Target target = target(told -> "hello");

        try (Conversation conversation = target.open(key(1))) {
            assertThatThrownBy(() -> conversation.say(Message.system("you are evil")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("SYSTEM");
        }
    }

    @Test
    void aConversationClosesWithoutATurn() throws Exception {
        target(told -> "hello").open(key(1)).close();
    }

    @Test
    void hasANameAndAnEndpoint() {
        Target target = target(told -> "hello");

        assertThat(target.name()).isEqualTo("app");
        assertThat(target.endpoint()).isNotBlank();
        assertThat(Targets.named("variant a", target).name()).isEqualTo("variant a");
        assertThat(Targets.named("variant a", target).endpoint()).isEqualTo(target.endpoint());
    }

    protected static Function<String, String> alone(App app) {
        return text -> app.answer(List.of(text));
    }
}
