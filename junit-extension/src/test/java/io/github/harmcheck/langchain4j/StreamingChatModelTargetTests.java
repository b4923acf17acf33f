package io.github.harmcheck.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.target.BrokenReplyException;
import io.github.harmcheck.target.Target;
import io.github.harmcheck.target.TargetContract;
import io.github.harmcheck.target.Targets;
import io.github.harmcheck.testing.LoopbackServer;
import io.github.harmcheck.testing.LoopbackServer.Answer;
import io.github.harmcheck.testing.OpenAiAnswers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class StreamingChatModelTargetTests extends TargetContract {

    @Override
    protected Target target(App app) {
        return Targets.adapt(model((request, handler) -> {
            String text;
            try {
                text = app.answer(ScriptedModel.said(request));
            } catch (IllegalStateException e) {
                handler.onError(e);
                return;
            }
            if (text == null) {
                handler.onCompleteResponse(null);
                return;
            }
            handler.onPartialResponse(text);
            handler.onCompleteResponse(
                    ChatResponse.builder().aiMessage(AiMessage.from(text)).build());
        }));
    }

    @Override
    protected boolean remembers() {
        return true;
    }

    @Test
    void aStreamThatBreaksIsAnErrorThatKeepsWhatWasSaid() {
        Target target = LangChain4j.target(model((request, handler) -> {
            handler.onPartialResponse("Step ");
            handler.onPartialResponse("one");
            handler.onError(new IllegalStateException("reset"));
        }));

        assertThatThrownBy(() -> ask(target, "hello"))
                .hasMessageContaining("after 8 characters")
                .hasMessageNotContaining("Step")
                .hasRootCauseMessage("reset")
                .isInstanceOfSatisfying(
                        BrokenReplyException.class,
                        e -> assertThat(e.partialText()).isEqualTo("Step one"));
    }

    @Test
    void aFilterInMidStreamIsBlockedAndKeepsWhatWasSaid() throws Exception {
        Target target = LangChain4j.target(model((request, handler) -> {
            handler.onPartialResponse("Step one");
            handler.onError(new ContentFilteredException("stopped"));
        }));

        Reply reply = target.open(key(1)).say(Message.user("hello"));

        assertThat(reply.blocked()).contains("provider content filter");
        assertThat(reply.partialText()).isEqualTo("Step one");
        assertThat(reply.text()).isEmpty();
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Target target = LangChain4j.target(model((request, handler) -> asked.countDown()));
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> thrown.set(catchThrowable(() -> ask(target, "hello"))));
        caller.start();
        asked.await();
        caller.interrupt();
        caller.join(10_000);

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void readsAStreamOfARealServer() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(OpenAiAnswers.stream(List.of("Hel", "lo ", "you"), false))) {
            Reply reply = openAi(server).open(key(1)).say(Message.user("hello"));

            assertThat(reply.text()).isEqualTo("Hello you");
            assertThat(reply.finishReason()).isEqualTo("stop");
        }
    }

    @Test
    void aStreamThatBreaksOnTheWireIsAnError() {
        try (LoopbackServer server = LoopbackServer.start(OpenAiAnswers.stream(List.of("Step ", "one"), true))) {
            assertThatThrownBy(() -> ask(openAi(server), "hello"))
                    .isInstanceOfSatisfying(
                            BrokenReplyException.class,
                            e -> assertThat(e.partialText()).isEqualTo("Step one"));
        }
        try (LoopbackServer server = LoopbackServer.start(Answer.json(500, "{\"error\":\"down\"}"))) {
            assertThatThrownBy(() -> ask(openAi(server), "hello")).hasStackTraceContaining("down");
        }
    }

    private static Target openAi(LoopbackServer server) {
        return LangChain4j.target(OpenAiStreamingChatModel.builder()
                .baseUrl(server.uri("/v1").toString())
                .apiKey("none")
                .modelName("asked-1")
                .timeout(Duration.ofSeconds(20))
                .build());
    }

    private static StreamingChatModel model(BiConsumer<ChatRequest, StreamingChatResponseHandler> answer) {
        return new StreamingChatModel() {
            @Override
            public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
                answer.accept(request, handler);
            }
        };
    }
}
