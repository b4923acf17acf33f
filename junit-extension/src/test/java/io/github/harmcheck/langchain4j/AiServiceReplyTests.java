package io.github.harmcheck.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Result;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.ToolCall;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.target.Conversation;
import io.github.harmcheck.target.Targets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a service that returns a Result tells beyond its text. */
class AiServiceReplyTests {

    private static Reply say(Object service) throws Exception {
        try (Conversation conversation =
                Targets.adapt(service).open(new io.github.harmcheck.core.AttemptKey("core", "b", "direct", "v", 1))) {
            return conversation.say(Message.user("order two"));
        }
    }

    @Test
    void toolsCallsTokensAndModelAreKept() throws Exception {
        ScriptedModel model = new ScriptedModel(request -> {
            boolean toolRan = request.messages().stream().anyMatch(ToolExecutionResultMessage.class::isInstance);
            ToolExecutionRequest tool = ToolExecutionRequest.builder()
                    .id("1")
                    .name("order")
                    .arguments("{\"amount\":2}")
                    .build();
            return ChatResponse.builder()
                    .aiMessage(toolRan ? AiMessage.from("ordered") : AiMessage.from(tool))
                    .modelName("scripted-1")
                    .tokenUsage(new TokenUsage(10, 5))
                    .finishReason(toolRan ? FinishReason.STOP : FinishReason.TOOL_EXECUTION)
                    .build();
        });
        Assistant service = AiServices.builder(Assistant.class)
                .chatModel(model)
                .tools(new Shop())
                .build();

        Reply reply = say(service);

        assertThat(reply.text()).isEqualTo("ordered");
        assertThat(reply.toolCalls()).containsExactly(new ToolCall("order", "{\"amount\":2}"));
        assertThat(reply.usage()).isEqualTo(new Usage(2, 20L, 10L));
        assertThat(reply.finishReason()).isEqualTo("stop");
        assertThat(reply.model()).isNotNull();
        assertThat(reply.model().name()).isEqualTo("scripted-1");
    }

    @Test
    void sourcesAreNamedByTheirIdOrTheirText() throws Exception {
        ContentRetriever retriever = query -> List.of(
                Content.from(TextSegment.from("leaflet"), Map.of(ContentMetadata.EMBEDDING_ID, "doc-1")),
                Content.from(TextSegment.from("leaflet", Metadata.from("id", "doc-2"))),
                Content.from("another leaflet"));
        Assistant service = AiServices.builder(Assistant.class)
                .chatModel(ScriptedModel.of(told -> "ok"))
                .contentRetriever(retriever)
                .build();

        assertThat(say(service).retrievedIds())
                .hasSize(3)
                .startsWith("doc-1", "doc-2")
                .element(2)
                .asString()
                .matches("sha256:[0-9a-f]{16}");
    }

    @Test
    void aFilteredOrCutReplyIsMarked() throws Exception {
        Reply filtered = say(AiServices.create(Assistant.class, finishing(FinishReason.CONTENT_FILTER)));
        assertThat(filtered.blocked()).contains("provider content filter");
        assertThat(filtered.partialText()).isEqualTo("Step one");
        assertThat(filtered.text()).isEmpty();

        assertThat(say(AiServices.create(Assistant.class, finishing(FinishReason.LENGTH)))
                        .truncated())
                .isTrue();
    }

    private static ScriptedModel finishing(FinishReason reason) {
        return new ScriptedModel(request -> ChatResponse.builder()
                .aiMessage(AiMessage.from("Step one"))
                .finishReason(reason)
                .build());
    }

    interface Assistant {
        Result<String> chat(String text);
    }

    static final class Shop {
        @Tool
        public String order(int amount) {
            return "ordered " + amount;
        }
    }
}
