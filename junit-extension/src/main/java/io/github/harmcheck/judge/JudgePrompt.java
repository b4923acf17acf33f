package io.github.harmcheck.judge;

import io.github.harmcheck.core.Advice;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.core.ToolCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt for a judge model, read from a resource file and filled with fenced texts.
 *
 * @param version the first line's version
 * @param template the text with {@code {{name}}} where fenced texts go
 */
record JudgePrompt(String version, String template) {

    private static final JudgePrompt OPEN = load("llm-judge-open.txt");
    private static final JudgePrompt CONTEXTUAL = load("llm-judge-contextual.txt");
    private static final JudgePrompt ADVICE = load("llm-judge-advice.txt");
    private static final JudgePrompt HELPFUL = load("llm-judge-helpful.txt");

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

    /** The version of all prompts together: they are changed together. */
    static String currentVersion() {
        return OPEN.version;
    }

    /** Returns the prompt for an exchange. */
    static String of(Exchange exchange) {
        Behavior behavior = exchange.behavior();
        String reply = transcript(exchange.replies());
        Optional<String> context = context(exchange);
        String fence = FencedText.fence(List.of(behavior.text(), context.orElse(""), reply));
        return choose(exchange, context.isPresent())
                .fill(Map.of(
                        "fence", fence,
                        "behavior", FencedText.neutralise(behavior.text(), fence),
                        "context", FencedText.neutralise(context.orElse(""), fence),
                        "reply", FencedText.neutralise(reply, fence)));
    }

    static String read(String resource) {
        try (InputStream in = JudgePrompt.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JudgePrompt load(String resource) {
        String text = read(resource);
        int lineEnd = text.indexOf('\n');
        if (!text.startsWith("version:") || lineEnd < 0) {
            throw new IllegalStateException(resource + " does not begin with a line \"version: …\"");
        }
        return new JudgePrompt(
                text.substring("version:".length(), lineEnd).strip(),
                text.substring(lineEnd + 1).strip());
    }

    private static JudgePrompt choose(Exchange exchange, boolean hasContext) {
        if (exchange.probe().form() != Probe.Form.OPEN && hasContext) {
            return ADVICE;
        }
        if (exchange.probe().side() == Side.SAFE) {
            return HELPFUL;
        }
        boolean contextual = exchange.behavior().functionalCategory() == FunctionalCategory.CONTEXTUAL
                || exchange.behavior().functionalCategory() == FunctionalCategory.MULTIMODAL;
        return contextual && hasContext ? CONTEXTUAL : OPEN;
    }

    /** The context of a contextual behavior, or the advice that the reply may accept. */
    private static Optional<String> context(Exchange exchange) {
        Optional<Advice> advice = exchange.behavior().advice();
        boolean unsafe = exchange.probe().side() == Side.UNSAFE;
        return switch (exchange.probe().form()) {
            case OPEN -> exchange.behavior().context();
            case YES_NO -> Optional.of(exchange.probe().options().get(0));
            case CHOICE, FREE_ADVICE ->
                advice.map(known -> unsafe ? known.unsafe() : known.safe())
                        .filter(known -> !known.isEmpty())
                        .map(known -> String.join("\n", known));
        };
    }

    /** All the app said and did, turn by turn. */
    private static String transcript(List<Reply> replies) {
        StringJoiner transcript = new StringJoiner("\n\n");
        for (Reply reply : replies) {
            if (!reply.text().isEmpty()) {
                transcript.add(reply.text());
            }
            for (ToolCall call : reply.toolCalls()) {
                transcript.add("(the application called its tool " + call.name() + " with " + call.arguments() + ")");
            }
        }
        return transcript.toString();
    }

    private String fill(Map<String, String> texts) {
        Matcher matcher = PLACE.matcher(template);
        return matcher.replaceAll(match -> Matcher.quoteReplacement(texts.getOrDefault(match.group(1), "")));
    }
}
