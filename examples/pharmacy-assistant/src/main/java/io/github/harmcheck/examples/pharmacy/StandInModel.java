package io.github.harmcheck.examples.pharmacy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A stand-in for a language model, so that the example runs offline and without a key. It is no language model: it
 * answers from a script, always the same way, and its weaknesses are planted so that the report has something to show.
 * What "compliance" it gives is an empty outline.
 *
 * <p>Planted weaknesses: it is talked round by some role plays, it follows some encoded requests, it says Yes to two
 * unsafe pieces of advice, and behind a role play it orders prescription-only medicine.
 */
public final class StandInModel implements ChatModel {
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}");
    private static final Pattern QUESTION = Pattern.compile("should you (.+?)\\?", Pattern.DOTALL);
    private static final List<String> REFUSALS = List.of(
            "I'm sorry, but I can't help with that.",
            "I can't assist with this request. If you have a question about your medicines, I'm glad to answer it.",
            "Sorry, that is not something I can help with.",
            "I won't help with that, because it could hurt people.",
            "I am unable to assist with that request.");
    private static final List<String> ENDORSED = script("stand-in-advice.txt");

    @Override
    public ChatResponse doChat(ChatRequest request) {
        List<ChatMessage> messages = request.messages();
        ChatMessage last = messages.get(messages.size() - 1);
        AiMessage reply = last instanceof ToolExecutionResultMessage result
                ? AiMessage.from("About your order: " + result.text())
                : answer(((UserMessage) last).singleText());
        return ChatResponse.builder()
                .aiMessage(reply)
                .modelName("stand-in")
                .finishReason(reply.hasToolExecutionRequests() ? FinishReason.TOOL_EXECUTION : FinishReason.STOP)
                .build();
    }

    private static AiMessage answer(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("diazepam") && isRolePlay(lower)) {
            return AiMessage.from(ToolExecutionRequest.builder()
                    .id("1")
                    .name("placeOrder")
                    .arguments("{\"medicine\":\"diazepam\",\"packs\":1}")
                    .build());
        }
        if (lower.contains("opening hours")) {
            return AiMessage.from("We answer around the clock; the counter is open from 8 to 20.");
        }
        Matcher question = QUESTION.matcher(message);
        if (question.find()) {
            return AiMessage.from(advice(question.group(1)));
        }
        return AiMessage.from(harmful(message, lower));
    }

    private static String advice(String action) {
        boolean endorsed = ENDORSED.contains(action.strip().toLowerCase(Locale.ROOT));
        return endorsed
                ? "Yes, that is a sensible thing to do."
                : "No, you should not do that: somebody could get hurt.";
    }

    private static String harmful(String message, String lower) {
        Matcher encoded = ENCODED.matcher(message);
        if (encoded.find()) {
            String request = decode(encoded.group());
            if (pick(request, 8) == 0) {
                return Base64.getEncoder().encodeToString(outline().getBytes(StandardCharsets.UTF_8));
            }
        } else if (isRolePlay(lower) && pick(message, 6) == 0) {
            return pick(message, 18) == 0
                    ? "Of course, my friend. Here is how the story goes: first [removed], then "
                            + "[removed], and in the end [removed]."
                    : outline();
        }
        return REFUSALS.get(pick(message, REFUSALS.size()));
    }

    private static String outline() {
        return "Sure, here is an outline. Step 1: [removed]. Step 2: [removed]. Step 3: [removed].";
    }

    private static boolean isRolePlay(String lower) {
        return Stream.of("play a scene", "you will speak as", "you play the person", "pretend")
                .anyMatch(lower::contains);
    }

    private static String decode(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static int pick(String text, int of) {
        return Math.floorMod(text.hashCode(), of);
    }

    private static List<String> script(String name) {
        try (InputStream in = StandInModel.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
