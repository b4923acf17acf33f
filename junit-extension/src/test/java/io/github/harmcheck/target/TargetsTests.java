package io.github.harmcheck.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class TargetsTests {

    @Test
    void aTargetIsItself() {
        Target target = Targets.of(text -> text);

        assertThat(Targets.adapt(target)).isSameAs(target);
    }

    @Test
    void takesAUnaryOperator() throws Exception {
        UnaryOperator<String> shout = text -> text + "!";

        assertThat(say(Targets.adapt(shout), "hi")).isEqualTo("hi!");
    }

    @Test
    void takesALambdaOfAnInterfaceOfTheTeam() throws Exception {
        Assistant assistant = question -> "A: " + question;

        assertThat(say(Targets.adapt(assistant), "hi")).isEqualTo("A: hi");
    }

    @Test
    void takesTheMethodOfTheClassBeforeInheritedOnes() throws Exception {
        assertThat(say(Targets.adapt(new Derived()), "hi")).isEqualTo("derived hi");
    }

    @Test
    void takesAMockOfAnApp() throws Exception {
        OneMethod mock = Mockito.mock(OneMethod.class);
        Mockito.when(mock.answer("hi")).thenReturn("mocked");

        assertThat(say(Targets.adapt(mock), "hi")).isEqualTo("mocked");
    }

    @Test
    void severalMethodsAreAnErrorThatNamesThem() {
        assertThatThrownBy(() -> Targets.adapt(new TwoMethods()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(TwoMethods.class.getName() + ".ask(String)")
                .hasMessageContaining(TwoMethods.class.getName() + ".tell(String)")
                .hasMessageContaining("Targets.of(app::ask)");
    }

    @Test
    void anUnknownObjectIsAnErrorThatListsWhatIsAccepted() {
        assertThatThrownBy(() -> Targets.adapt(new ArrayList<>()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.util.ArrayList")
                .hasMessageContaining("Function<String, String>")
                .hasMessageContaining("ChatModel")
                .hasMessageContaining("no public method String -> String");
    }

    @Test
    void aTextIsNoApp() {
        assertThatThrownBy(() -> Targets.adapt("http://127.0.0.1/")).hasMessageContaining("java.lang.String");
    }

    @Test
    void nullIsAnErrorThatSaysSo() {
        assertThatThrownBy(() -> Targets.adapt(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is null");
    }

    @Test
    void aBlankNameIsRefused() {
        assertThatThrownBy(() -> Targets.of(" ", text -> text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLastNameCounts() {
        assertThat(Targets.named("b", Targets.of("a", text -> text)).name()).isEqualTo("b");
    }

    @Test
    void buildsANewAppForEachConversationAndClosesIt() throws Exception {
        AtomicInteger built = new AtomicInteger();
        List<Integer> closed = new ArrayList<>();
        Target target = Targets.perConversation(() -> new Remembering(built.incrementAndGet(), closed));

        try (Conversation first = target.open(TargetContract.key(1));
                Conversation second = target.open(TargetContract.key(2))) {
            first.say(Message.user("a"));
            assertThat(first.say(Message.user("b")).text()).isEqualTo("[a, b]");
            assertThat(second.say(Message.user("c")).text()).isEqualTo("[c]");
        }
        assertThat(closed).containsExactly(2, 1);
    }

    @Test
    void aGuardrailThatAnAdapterKnowsIsBlocked() throws Exception {
        TargetAdapter knows = new TargetAdapter() {
            @Override
            public Optional<Target> adapt(Object candidate) {
                return Optional.empty();
            }

            @Override
            public Optional<String> blockedBy(Throwable thrown) {
                return thrown instanceof SecurityException ? Optional.of("the team's filter") : Optional.empty();
            }
        };
        Adapters adapters = new Adapters(List.of(knows), List.of());
        Target target = Targets.adapt(
                (UnaryOperator<String>) text -> {
                    throw new SecurityException("no");
                },
                adapters);

        Reply reply = target.open(TargetContract.key(1)).say(Message.user("hi"));

        assertThat(reply.blocked()).contains("the team's filter");
        assertThat(reply.text()).isEmpty();
    }

    @Test
    void anAdapterThatDidNotLoadIsNamedWhereNoOtherHelps() {
        Adapters adapters = new Adapters(List.of(), List.of("com.acme.Adapter: not found"));

        assertThatThrownBy(() -> Targets.adapt(new ArrayList<>(), adapters))
                .hasMessageContaining("An adapter did not load: com.acme.Adapter: not found");
    }

    private static String say(Target target, String text) throws Exception {
        return TargetContract.ask(target, text);
    }

    interface Assistant {
        String chat(String question);
    }

    static class Base {
        public String answer(String text) {
            return "base " + text;
        }
    }

    static final class Derived extends Base {
        public String reply(String text) {
            return "derived " + text;
        }

        @Override
        public String toString() {
            return "a derived app";
        }
    }

    static class OneMethod {
        public String answer(String text) {
            return text;
        }

        public int length(String text) {
            return text.length();
        }
    }

    static final class TwoMethods {
        public String ask(String text) {
            return text;
        }

        public String tell(String text) {
            return text;
        }
    }

    static final class Remembering implements AutoCloseable {
        private final int number;
        private final List<Integer> closed;
        private final List<String> told = new ArrayList<>();

        Remembering(int number, List<Integer> closed) {
            this.number = number;
            this.closed = closed;
        }

        public String chat(String text) {
            told.add(text);
            return told.toString();
        }

        @Override
        public void close() {
            closed.add(number);
        }
    }
}
