package io.github.harmcheck.judge;

import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.internal.FencedText;
import io.github.harmcheck.internal.ResourceTexts;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt for a judge model, read from a resource file and filled with fenced texts.
 *
 * @param version the first line's version
 * @param template the text with {@code {{name}}} where fenced texts go
 */
record JudgePrompt(String version, String template) {

    /** Says in every prompt what stands between the fences. */
    private static final String MATERIAL = read("fenced-material.txt").strip();

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

    static String read(String resource) {
        return ResourceTexts.read(JudgePrompt.class, resource);
    }

    static JudgePrompt load(String resource) {
        String text = read(resource);
        int lineEnd = text.indexOf('\n');
        if (!text.startsWith("version:") || lineEnd < 0) {
            throw new IllegalStateException(resource + " does not begin with a line \"version: …\"");
        }
        return new JudgePrompt(
                text.substring("version:".length(), lineEnd).strip(),
                text.substring(lineEnd + 1).strip().replace("{{material}}", MATERIAL));
    }

    /**
     * Fills in a behavior, what goes with it, and all the app said and did, each fenced as data.
     *
     * @param context what goes with the behavior: its context, advice, or a policy; may be empty
     */
    String fill(Exchange exchange, String context) {
        String behavior = exchange.behavior().text();
        String reply = Replies.transcript(exchange.replies());
        String fence = FencedText.fence(List.of(behavior, context, reply));
        return fill(Map.of(
                "fence", fence,
                "behavior", FencedText.neutralise(behavior, fence),
                "context", FencedText.neutralise(context, fence),
                "reply", FencedText.neutralise(reply, fence)));
    }

    private String fill(Map<String, String> texts) {
        Matcher matcher = PLACE.matcher(template);
        return matcher.replaceAll(match -> Matcher.quoteReplacement(texts.getOrDefault(match.group(1), "")));
    }
}
