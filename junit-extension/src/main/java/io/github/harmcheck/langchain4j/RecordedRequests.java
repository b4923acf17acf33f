package io.github.harmcheck.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import io.github.harmcheck.internal.Hashes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A chat request as it is recorded: all that decides the answer, in a form of our own, so that another version of
 * langchain4j does not turn every recording into a miss. Ids of tool calls, which a provider draws anew each time, are
 * numbered.
 */
final class RecordedRequests {
    /** What is not a parameter, or stands elsewhere in the request. */
    private static final Set<String> NO_PARAMETERS = Set.of(
            "hashCode", "toString", "getClass", "modelName", "toolSpecifications", "notify", "notifyAll", "wait");

    private static final ClassValue<List<Method>> PARAMETERS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return parameters(type);
        }
    };

    private final Map<String, String> callIds = new HashMap<>();

    private RecordedRequests() {}

    static Map<String, ?> of(ChatRequest request, @Nullable ModelProvider provider) {
        RecordedRequests ids = new RecordedRequests();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("provider", provider == null ? null : provider.name().toLowerCase(Locale.ROOT));
        ChatRequestParameters parameters = request.parameters();
        if (parameters != null) {
            map.put("model", parameters.modelName());
            map.put("parameters", parameters(parameters));
            map.put("tools", tools(parameters.toolSpecifications()));
        }
        map.put("messages", request.messages().stream().map(ids::message).toList());
        return map;
    }

    private Map<String, ?> message(ChatMessage message) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (message instanceof SystemMessage system) {
            map.put("role", "system");
            map.put("text", system.text());
        } else if (message instanceof UserMessage user) {
            map.put("role", "user");
            map.put("name", user.name());
            content(map, user.contents(), user);
        } else if (message instanceof AiMessage ai) {
            map.put("role", "assistant");
            map.put("text", ai.text());
            map.put("thinking", ai.thinking());
            if (ai.hasToolExecutionRequests()) {
                map.put(
                        "toolCalls",
                        ai.toolExecutionRequests().stream().map(this::toolCall).toList());
            }
            map.put("attributes", ai.attributes().isEmpty() ? null : plain(ai.attributes()));
        } else if (message instanceof ToolExecutionResultMessage result) {
            map.put("role", "tool");
            map.put("call", callId(result.id()));
            map.put("tool", result.toolName());
            map.put("error", result.isError());
            content(map, result.contents(), result);
        } else {
            map.put("role", message.type().name().toLowerCase(Locale.ROOT));
            map.put("json", ChatMessageSerializer.messageToJson(message));
        }
        return map;
    }

    /** Texts stand as they are, images by their hash; what else there is as langchain4j writes the whole message. */
    private static void content(Map<String, @Nullable Object> map, List<Content> contents, ChatMessage message) {
        List<Object> parts = new ArrayList<>();
        for (Content content : contents) {
            if (content instanceof TextContent text) {
                parts.add(text.text());
            } else if (content instanceof ImageContent image && image.image().base64Data() != null) {
                parts.add(image(image));
            } else {
                map.put("json", ChatMessageSerializer.messageToJson(message));
                return;
            }
        }
        map.put("text", parts.size() == 1 ? parts.get(0) : parts);
    }

    private static Map<String, ?> image(ImageContent content) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("mimeType", content.image().mimeType());
        map.put("sha256OfBase64", Hashes.sha256(content.image().base64Data()));
        map.put("detail", plain(content.detailLevel()));
        return map;
    }

    private Map<String, ?> toolCall(ToolExecutionRequest call) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("call", callId(call.id()));
        map.put("name", call.name());
        map.put("arguments", call.arguments());
        return map;
    }

    private @Nullable String callId(@Nullable String id) {
        return id == null ? null : callIds.computeIfAbsent(id, known -> "call " + (callIds.size() + 1));
    }

    private static @Nullable Object tools(@Nullable List<ToolSpecification> tools) {
        return tools == null || tools.isEmpty()
                ? null
                : tools.stream().map(RecordedRequests::tool).toList();
    }

    private static Map<String, ?> tool(ToolSpecification tool) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", tool.name());
        map.put("description", tool.description());
        map.put("parameters", RecordedSchemas.of(tool.parameters()));
        map.put("strict", tool.strict());
        return map;
    }

    private static Map<String, ?> parameters(ChatRequestParameters parameters) {
        Map<String, @Nullable Object> map = new TreeMap<>();
        for (Method method : PARAMETERS.get(parameters.getClass())) {
            try {
                Object value = method.invoke(parameters);
                boolean empty = value == null
                        || (value instanceof Collection<?> values && values.isEmpty())
                        || (value instanceof Map<?, ?> values && values.isEmpty());
                if (!empty) {
                    map.put(method.getName(), plain(value));
                }
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(
                        "the parameter " + method.getName() + " of "
                                + parameters.getClass().getName()
                                + " cannot be read, so that the request cannot be recorded",
                        e);
            }
        }
        return map;
    }

    /** Providers' own parameters, such as a seed, are methods without arguments of their own classes. */
    private static List<Method> parameters(Class<?> type) {
        Map<String, Method> methods = new TreeMap<>();
        for (Method method : type.getMethods()) {
            boolean parameter = method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getReturnType() != void.class
                    && !NO_PARAMETERS.contains(method.getName())
                    && !ChatRequestParameters.class.isAssignableFrom(method.getReturnType())
                    && !method.getName().equals("toBuilder");
            if (parameter && method.trySetAccessible()) {
                methods.put(method.getName(), method);
            }
        }
        return List.copyOf(methods.values());
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(RecordedRequests::plain).toList();
        }
        if (value instanceof Map<?, ?> values) {
            Map<String, @Nullable Object> map = new TreeMap<>();
            values.forEach((name, each) -> map.put(String.valueOf(name), plain(each)));
            return map;
        }
        if (value instanceof ResponseFormat format) {
            Map<String, @Nullable Object> map = new TreeMap<>();
            map.put("type", plain(format.type()));
            if (format.jsonSchema() != null) {
                map.put("name", format.jsonSchema().name());
                map.put("jsonSchema", RecordedSchemas.of(format.jsonSchema().rootElement()));
            }
            return map;
        }
        return describe(value);
    }

    /** A class that does not say what is in it would make every request another one. */
    private static String describe(Object value) {
        String text = value.toString();
        return text.endsWith('@' + Integer.toHexString(System.identityHashCode(value)))
                ? value.getClass().getName()
                : text;
    }
}
