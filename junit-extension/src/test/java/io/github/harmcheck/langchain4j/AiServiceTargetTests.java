package io.github.harmcheck.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.ChatMemoryProvider;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import dev.langchain4j.service.memory.ChatMemoryAccess;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.target.Conversation;
import io.github.harmcheck.target.Target;
import io.github.harmcheck.target.TargetContract;
import io.github.harmcheck.target.Targets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class AiServiceTargetTests extends TargetContract {

    private final Map<Object, ChatMemory> memories = new ConcurrentHashMap<>();
    private final ChatMemoryProvider provider =
            id -> memories.computeIfAbsent(id, any -> MessageWindowChatMemory.withMaxMessages(20));

    private <T> T service(Class<T> type, ChatModel model) {
        return AiServices.builder(type)
                .chatModel(model)
                .chatMemoryProvider(provider)
                .build();
    }

    @Override
    protected Target target(App app) {
        return Targets.adapt(service(Assistant.class, ScriptedModel.of(app)));
    }

    @Override
    protected boolean remembers() {
        return true;
    }

    @Override
    protected boolean canAnswerNull() {
        return false;
    }

    @Test
    void eachConversationHasAMemoryIdOfItsOwnOfTheTypeAskedFor() throws Exception {
        ChatModel model = ScriptedModel.of(told -> "ok");
        Map<Object, Class<?>> services = Map.of(
                service(ByText.class, model), String.class,
                service(ByInt.class, model), Integer.class,
                service(ByLong.class, model), Long.class,
                service(ByUuid.class, model), UUID.class,
                service(ByObject.class, model), String.class);
        for (Map.Entry<Object, Class<?>> entry : services.entrySet()) {
            memories.clear();
            Target target = Targets.adapt(entry.getKey());
            for (int i = 0; i < 20; i++) {
                ask(target, "hello");
            }
            assertThat(memories.keySet())
                    .hasSize(20)
                    .allSatisfy(id -> assertThat(id).isInstanceOf(entry.getValue()));
        }
    }

    @Test
    void anIdOfAnotherTypeIsRefusedWithTheFix() {
        assertThatThrownBy(() -> Targets.adapt(service(ByDouble.class, ScriptedModel.of(told -> "ok"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Double")
                .hasMessageContaining("String, Object, int, long and UUID");
    }

    @Test
    void theMemoryIsEvictedWithTheConversation() throws Exception {
        WithAccess service = service(WithAccess.class, ScriptedModel.of(told -> "ok"));
        Target target = Targets.adapt(service);

        Conversation conversation = target.open(key(1));
        conversation.say(Message.user("hello"));
        Object id = memories.keySet().iterator().next();
        assertThat(service.getChatMemory(id)).isNotNull();
        conversation.close();

        assertThat(service.getChatMemory(id)).isNull();
    }

    @Test
    void theMemoryIsEvictedAlsoWithoutAnAccessMethod() throws Exception {
        Assistant service = service(Assistant.class, ScriptedModel.of(told -> "ok"));
        Target target = Targets.adapt(service);

        ask(target, "hello");

        assertThat(AiServiceContexts.of(service).orElseThrow().chatMemoryService.getChatMemoryIDs())
                .isEmpty();
    }

    @Test
    void aMemorySharedByAllIsRefusedWithTheFix() {
        ChatMemory shared = MessageWindowChatMemory.withMaxMessages(20);
        Plain service = AiServices.builder(Plain.class)
                .chatModel(ScriptedModel.of(told -> "ok"))
                .chatMemory(shared)
                .build();

        assertThatThrownBy(() -> Targets.adapt(service))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Plain.chat(String)")
                .hasMessageContaining("@MemoryId")
                .hasMessageContaining("Targets.perConversation");
    }

    @Test
    void aServiceBuiltForEachConversationMayShareItsMemoryWithin() throws Exception {
        Target target = Targets.perConversation(() ->
                (java.util.function.Function<String, String>) AiServices.builder(Plain.class)
                        .chatModel(ScriptedModel.of(told -> String.join("|", told)))
                        .chatMemory(MessageWindowChatMemory.withMaxMessages(20))
                        .build()::chat);

        try (Conversation conversation = target.open(key(1))) {
            conversation.say(Message.user("a"));
            assertThat(conversation.say(Message.user("b")).text()).isEqualTo("a|a|b");
        }
        assertThat(ask(target, "c")).isEqualTo("c");
    }

    @Test
    void aServiceWithoutMemoryNeedsNoId() throws Exception {
        Plain service = AiServices.create(Plain.class, ScriptedModel.of(told -> String.join("|", told)));

        assertThat(ask(Targets.adapt(service), "hello")).isEqualTo("hello");
    }

    @Test
    void aTemplateOnTheMethodIsTheApps() throws Exception {
        Templated service = AiServices.create(Templated.class, ScriptedModel.of(told -> String.join("|", told)));

        assertThat(ask(Targets.adapt(service), "hello")).isEqualTo("Question: hello");
    }

    @Test
    void severalMethodsAreAnErrorThatNamesThem() throws Exception {
        TwoWays service = AiServices.create(TwoWays.class, ScriptedModel.of(told -> told.get(0)));

        assertThatThrownBy(() -> Targets.adapt(service))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TwoWays.chat(String)")
                .hasMessageContaining("TwoWays.summarize(String)")
                .hasMessageContaining("LangChain4j.aiService(service, method)");

        Target chosen = LangChain4j.aiService(service, TwoWays.class.getMethod("summarize", String.class));
        assertThat(ask(chosen, "hello")).isEqualTo("Summarize: hello");
    }

    @Test
    void aMethodThatCannotBeSpokenThroughIsRefused() throws Exception {
        TwoWays service = AiServices.create(TwoWays.class, ScriptedModel.of(told -> told.get(0)));

        assertThatThrownBy(() -> LangChain4j.aiService(service, TwoWays.class.getMethod("count", String.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("count");
        assertThatThrownBy(() -> LangChain4j.aiService(service, Plain.class.getMethod("chat", String.class)))
                .hasMessageContaining("not implemented");
    }

    @Test
    void aServiceWithoutAUsersMethodIsAnErrorWithTheFix() {
        OnlyNumbers service = AiServices.create(OnlyNumbers.class, ScriptedModel.of(told -> "1"));

        assertThatThrownBy(() -> Targets.adapt(service))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(OnlyNumbers.class.getName())
                .hasMessageContaining("annotate a method String -> String");
    }

    @Test
    void recognisesAServiceByItsAnnotationsWhereItIsNoProxy() throws Exception {
        Assistant wrapped = (id, text) -> id.isBlank() ? "" : text;

        assertThat(ask(Targets.adapt(wrapped), "hello")).isEqualTo("hello");
    }

    @Test
    void idsAreUniqueAcrossTypesAndKeys() {
        Set<Object> ids = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 1_000; i++) {
            assertThat(ids.add(MemoryIds.fresh(String.class, key(1)))).isTrue();
            assertThat(ids.add(MemoryIds.fresh(int.class, key(1)))).isTrue();
            assertThat(ids.add(MemoryIds.fresh(long.class, key(1)))).isTrue();
            assertThat(ids.add(MemoryIds.fresh(UUID.class, key(1)))).isTrue();
        }
        assertThat(ids).allSatisfy(id -> {
            if (id instanceof Number number) {
                assertThat(number.longValue()).isPositive();
            }
        });
    }

    interface Assistant {
        @SystemMessage("You are a pharmacist.")
        String chat(@MemoryId String id, @UserMessage String text);
    }

    interface ByText {
        String chat(@UserMessage String text, @MemoryId String id);
    }

    interface ByInt {
        String chat(@MemoryId int id, @UserMessage String text);
    }

    interface ByLong {
        String chat(@MemoryId Long id, @UserMessage String text);
    }

    interface ByUuid {
        Result<String> chat(@MemoryId UUID id, @UserMessage String text);
    }

    interface ByObject {
        String chat(@MemoryId Object id, @UserMessage String text);
    }

    interface ByDouble {
        String chat(@MemoryId Double id, @UserMessage String text);
    }

    interface WithAccess extends ChatMemoryAccess {
        String chat(@MemoryId String id, @UserMessage String text);
    }

    interface Plain {
        String chat(String text);
    }

    interface Templated {
        @UserMessage("Question: {{q}}")
        String ask(@V("q") String question);
    }

    interface TwoWays {
        String chat(String text);

        @UserMessage("Summarize: {{it}}")
        String summarize(String text);

        int count(String text);
    }

    interface OnlyNumbers {
        int count(String text);
    }
}
