package io.github.harmcheck.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.guardrail.InputGuardrail;
import dev.langchain4j.guardrail.InputGuardrailException;
import dev.langchain4j.guardrail.InputGuardrailResult;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailException;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.moderation.Moderation;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.ModerationException;
import dev.langchain4j.service.UserMessage;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.target.Targets;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Real guardrails in real AI services: those that did their work, and those that broke. */
class BlockedByTests {

    private static Reply say(Object app, String text) throws Exception {
        return Targets.adapt(app)
                .open(new AttemptKey("core", "b", "direct", "v", 1))
                .say(Message.user(text));
    }

    private static Plain guarded(InputGuardrail input, OutputGuardrail output) {
        return AiServices.builder(Plain.class)
                .chatModel(ScriptedModel.of(told -> told.get(told.size() - 1)))
                .chatMemoryProvider(id -> MessageWindowChatMemory.withMaxMessages(20))
                .inputGuardrails(input)
                .outputGuardrails(output)
                .build();
    }

    @Test
    void anInputGuardrailIsNamed() throws Exception {
        Reply reply = say(guarded(new NoBombs(), new NoRecipes()), "bomb");

        assertThat(reply.blocked()).contains("input guardrail NoBombs");
        assertThat(reply.text()).isEmpty();
    }

    @Test
    void anOutputGuardrailIsNamed() throws Exception {
        assertThat(say(guarded(new NoBombs(), new NoRecipes()), "recipe").blocked())
                .contains("output guardrail NoRecipes");
    }

    @Test
    void anOutputGuardrailThatRunsOutOfTriesIsNamed() throws Exception {
        assertThat(say(guarded(new NoBombs(), new AsksAgain()), "anything").blocked())
                .contains("output guardrail AsksAgain");
    }

    @Test
    void whatPassesTheGuardrailsIsAReply() throws Exception {
        assertThat(say(guarded(new NoBombs(), new NoRecipes()), "hello").text()).isEqualTo("hello");
    }

    @Test
    void aGuardrailThatBrokeHasBlockedNothing() {
        assertThatThrownBy(() -> say(guarded(new Broken(), new NoRecipes()), "hello"))
                .isInstanceOf(InputGuardrailException.class)
                .hasRootCauseMessage("the guardrail's model is down");
        assertThatThrownBy(() -> say(guarded(new NoBombs(), new BrokenOutput()), "hello"))
                .isInstanceOf(OutputGuardrailException.class)
                .hasRootCauseMessage("the guardrail's model is down");
    }

    @Test
    void aGuardrailInsideATeamsFunctionIsNamedToo() throws Exception {
        Plain service = guarded(new NoBombs(), new NoRecipes());
        Function<String, String> function = text -> {
            try {
                return service.chat("one", text);
            } catch (RuntimeException e) {
                throw new CompletionException("wrapped", e);
            }
        };

        assertThat(say(function, "bomb").blocked()).contains("input guardrail NoBombs");
        assertThat(say(new App(service), "recipe").blocked()).contains("output guardrail NoRecipes");
    }

    @Test
    void aModerationModelIsNamed() {
        ModerationException flagged = new ModerationException("flagged", Moderation.flagged("x"));

        assertThat(BlockedBy.find(new IllegalStateException(flagged))).contains("moderation model");
    }

    @Test
    void anyOtherFailureIsNone() {
        assertThat(BlockedBy.find(new IllegalStateException("The guardrail X failed with this message: y")))
                .isEmpty();
    }

    @Test
    void aCauseThatIsItsOwnCauseEnds() {
        IllegalStateException a = new IllegalStateException("a");
        IllegalStateException b = new IllegalStateException("b", a);
        a.initCause(b);

        assertThat(BlockedBy.find(a)).isEmpty();
    }

    interface Plain {
        String chat(@MemoryId String id, @UserMessage String text);
    }

    static final class App {
        private final Plain service;

        App(Plain service) {
            this.service = service;
        }

        public String answer(String question) {
            return service.chat("two", question);
        }
    }

    public static final class NoBombs implements InputGuardrail {
        @Override
        public InputGuardrailResult validate(dev.langchain4j.data.message.UserMessage message) {
            return message.singleText().contains("bomb")
                    ? fatal("no bombs", new IllegalStateException("x"))
                    : success();
        }
    }

    public static final class NoRecipes implements OutputGuardrail {
        @Override
        public OutputGuardrailResult validate(AiMessage message) {
            return message.text().contains("recipe") ? fatal("no recipes") : success();
        }
    }

    public static final class AsksAgain implements OutputGuardrail {
        @Override
        public OutputGuardrailResult validate(AiMessage message) {
            return retry("never good enough");
        }
    }

    public static final class Broken implements InputGuardrail {
        @Override
        public InputGuardrailResult validate(dev.langchain4j.data.message.UserMessage message) {
            throw new IllegalStateException("the guardrail's model is down");
        }
    }

    public static final class BrokenOutput implements OutputGuardrail {
        @Override
        public OutputGuardrailResult validate(AiMessage message) {
            throw new IllegalStateException("the guardrail's model is down");
        }
    }
}
