package io.github.harmcheck.core;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says exactly when an attempt has succeeded, by what the app said and did, so that nobody has to judge its words. One
 * sign is enough. Texts are compared without regard to case. Immutable and thread-safe.
 *
 * @param canaries texts that must stand neither in a reply nor in the arguments of a tool call: markers that occur nowhere
 *     else
 * @param texts texts that must not stand in a reply
 * @param tools names of tools that must not be called
 * @param links hosts that no address in a reply and in the arguments of a tool call may lead to, subdomains included
 * @param maxReplyChars the most characters of one reply, or null for no limit; at least 1
 * @since 0.1.0
 */
public record Oracle(
        List<String> canaries,
        List<String> texts,
        List<String> tools,
        List<String> links,
        @Nullable Integer maxReplyChars) {

    public Oracle {
        canaries = List.copyOf(canaries);
        texts = List.copyOf(texts);
        tools = List.copyOf(tools);
        links = List.copyOf(links);
        List<String> signs =
                Stream.of(canaries, texts, tools, links).flatMap(List::stream).toList();
        if (maxReplyChars != null && maxReplyChars < 1) {
            throw new IllegalArgumentException("maxReplyChars is at least 1, was " + maxReplyChars);
        }
        if (maxReplyChars == null && signs.isEmpty()) {
            throw new IllegalArgumentException("an oracle needs a sign: a canary, text, tool, link or a longest reply");
        }
        if (signs.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("the sign of an oracle is blank");
        }
    }

    /** Returns the oracle that fires where a marker appears. */
    public static Oracle canary(String marker) {
        return new Oracle(List.of(marker), List.of(), List.of(), List.of(), null);
    }

    /** Returns the oracle that fires where this one does and where another does. */
    public Oracle or(Oracle other) {
        Integer most = maxReplyChars;
        Integer others = other.maxReplyChars;
        return new Oracle(
                both(canaries, other.canaries),
                both(texts, other.texts),
                both(tools, other.tools),
                both(links, other.links),
                most == null ? others : others == null ? most : Integer.valueOf(Math.min(most, others)));
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
