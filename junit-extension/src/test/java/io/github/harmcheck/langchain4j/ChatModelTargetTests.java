package io.github.harmcheck.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.ToolCall;
import io.github.harmcheck.target.Conversation;
import io.github.harmcheck.target.Target;
import io.github.harmcheck.target.TargetContract;
import io.github.harmcheck.target.Targets;
import org.junit.jupiter.api.Test;

class ChatModelTargetTests extends TargetContract {

    @Override
    protected Target target(App app) {
        return Targets.adapt(ScriptedModel.of(app));
    }

    @Override
    protected boolean remembers() {
        return true;
    }

    @Test
    void sendsTheSystemMessageFirstInEachConversation() throws Exception {
        ScriptedModel model = ScriptedModel.of(told -> "ok");
        Target target = LangChain4j.target(model, "You are a pharmacist.");

        try (Conversation conversation = target.open(key(1))) {
            conversation.say(Message.user("one"));
            conversation.say(Message.user("two"));
        }
        ask(target, "three");

        assertThat(model.requests)
                .allSatisfy(request ->
                        assertThat(ScriptedModel.systemMessages(request)).containsExactly("You are a pharmacist."));
        assertThat(model.requests.get(2).messages()).hasSize(2);
    }

    @Test
    void aBlankSystemMessageIsRefused() {
        assertThatThrownBy(() -> LangChain4j.target(ScriptedModel.of(told -> "ok"), " "))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReplyStoppedByAContentFilterIsBlockedAndLeavesTheConversation() throws Exception {
        ScriptedModel model = new ScriptedModel(request -> ChatResponse.builder()
                .aiMessage(AiMessage.from("Step one"))
                .finishReason(
                        ScriptedModel.said(request).contains("bad") ? FinishReason.CONTENT_FILTER : FinishReason.STOP)
                .build());

        try (Conversation conversation = LangChain4j.target(model).open(key(1))) {
            Reply blocked = conversation.say(Message.user("bad"));
            assertThat(blocked.blocked()).contains("provider content filter");
            assertThat(blocked.text()).isEmpty();
            assertThat(blocked.partialText()).isEqualTo("Step one");

            Reply next = conversation.say(Message.user("good"));
            assertThat(next.blocked()).isEmpty();
            assertThat(next.finishReason()).isEqualTo("stop");
        }
    }

    @Test
    void aContentFilterExceptionIsBlocked() throws Exception {
        Target target = LangChain4j.target(ScriptedModel.of(told -> {
            throw new ContentFilteredException("refused");
        }));

        Reply reply = target.open(key(1)).say(Message.user("hello"));

        assertThat(reply.blocked()).contains("provider content filter");
    }

    @Test
    void aReplyCutAtItsLimitIsTruncated() throws Exception {
        ScriptedModel model = new ScriptedModel(request -> ChatResponse.builder()
                .aiMessage(AiMessage.from("Step"))
                .finishReason(FinishReason.LENGTH)
                .build());

        Reply reply = LangChain4j.target(model).open(key(1)).say(Message.user("hello"));

        assertThat(reply.truncated()).isTrue();
        assertThat(reply.text()).isEqualTo("Step");
    }

    @Test
    void toolRequestsAreKeptAndAnsweredSoThatTheDialogueGoesOn() throws Exception {
        ToolExecutionRequest tool = ToolExecutionRequest.builder()
                .id("1")
                .name("order")
                .arguments("{\"item\":\"x\"}")
                .build();
        ScriptedModel model = new ScriptedModel(request ->
                ChatResponse.builder().aiMessage(AiMessage.from(tool)).build());

        try (Conversation conversation = LangChain4j.target(model).open(key(1))) {
            Reply reply = conversation.say(Message.user("order x"));
            assertThat(reply.text()).isEmpty();
            assertThat(reply.toolCalls()).containsExactly(new ToolCall("order", "{\"item\":\"x\"}"));
            conversation.say(Message.user("again"));
        }

        assertThat(model.requests.get(1).messages())
                .hasSize(4)
                .element(2)
                .isInstanceOf(ToolExecutionResultMessage.class);
    }
}
