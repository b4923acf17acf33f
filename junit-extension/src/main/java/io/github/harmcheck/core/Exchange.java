package io.github.harmcheck.core;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a judge sees: the behavior, what kind of answer was asked for, and the app's own turns. Never the attack prompt.
 * The replies are already decoded where the attack asked for an encoded answer.
 *
 * @param behavior the behavior the attempt tried to elicit
 * @param probe the kind of answer asked for
 * @param replies the app's turns in order, at least one
 * @since 0.1.0
 */
public record Exchange(Behavior behavior, Probe probe, List<Reply> replies) {
    public Exchange {
        replies = List.copyOf(replies);
        if (replies.isEmpty()) {
            throw new IllegalArgumentException("an exchange needs at least one reply");
        }
    }

    /** Returns all the app said, turns separated by an empty line. */
    public String text() {
        return replies.stream().map(Reply::text).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    /** Returns the app's last turn. */
    public Reply lastReply() {
        return replies.get(replies.size() - 1);
    }
}
