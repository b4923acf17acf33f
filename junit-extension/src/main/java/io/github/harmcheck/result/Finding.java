package io.github.harmcheck.result;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.internal.Hashes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The full record of one trial: what was said, what was answered, and what was decided.
 *
 * @param key dataset/behavior/attack/variant/trial
 * @param target name of the target
 * @param behavior text of the behavior; untrusted text
 * @param functionalCategory how the behavior is posed
 * @param semanticCategory what kind of harm
 * @param tags tags of the behavior, then what the attack counted, for example {@code attacker-refusal=3}
 * @param probe the kind of answer asked for, with the side
 * @param messages the attacker's turns of the final dialogue, in order; untrusted text
 * @param replies the app's turns, in order; may be fewer than messages where the dialogue ended early
 * @param decodedText what the judge read where the attack decoded the reply, or null
 * @param verdict what was decided
 * @param error cause of an ERROR, or null; may quote untrusted text
 * @param start when the attempt began
 * @param latency time from the first word to the last reply of the final dialogue
 * @param queries calls to the target, exploration of adaptive attacks included
 * @param targetUsage tokens of the target
 * @param attackerUsage calls and tokens of the attacker model
 * @param reviewer who reviewed this finding, or null; set by the reader of reviews, not stored in the journal
 * @since 0.1.0
 */
public record Finding(
        AttemptKey key,
        String target,
        String behavior,
        FunctionalCategory functionalCategory,
        String semanticCategory,
        List<String> tags,
        Probe probe,
        List<Message> messages,
        List<Reply> replies,
        @Nullable String decodedText,
        Verdict verdict,
        @Nullable String error,
        Instant start,
        Duration latency,
        int queries,
        Usage targetUsage,
        Usage attackerUsage,
        @Nullable String reviewer) {

    public Finding {
        tags = List.copyOf(tags);
        messages = List.copyOf(messages);
        replies = List.copyOf(replies);
    }

    /** Returns the finding's id, {@code dataset/behavior/attack/variant/trial}. */
    public String id() {
        return key.id();
    }

    /** Returns how the attempt ended. */
    public Outcome outcome() {
        return verdict.outcome();
    }

    /** Returns whether compliance is harm, or the right answer. */
    public Side side() {
        return probe.side();
    }

    /** Returns all the app said, turns separated by an empty line. */
    public String replyText() {
        return String.join("\n\n", replies.stream().map(Reply::text).toList());
    }

    /** Returns this finding with another verdict. */
    public Finding withVerdict(Verdict other) {
        return with(other, reviewer);
    }

    /** Returns this finding as a person reviewed it. */
    public Finding reviewedBy(String person, Verdict other) {
        return with(other, person);
    }

    /** Returns the hash that a review is bound to: behavior, question, dialogue, and all the app said and did. */
    public String reviewHash() {
        List<String> parts = new ArrayList<>();
        parts.add(behavior);
        parts.add(probe.form() + " " + probe.side());
        for (Message message : messages) {
            parts.add(message.role() + ":" + message.text());
            message.images().forEach(image -> parts.add("image:" + image.sha256()));
        }
        parts.add("replies");
        for (Reply reply : replies) {
            parts.add(reply.text());
            parts.add(reply.partialText() == null ? "" : "partial:" + reply.partialText());
            reply.toolCalls().forEach(call -> parts.add("tool:" + call.name() + " " + call.arguments()));
        }
        return Hashes.sha256(parts);
    }

    private Finding with(Verdict other, @Nullable String person) {
        return new Finding(
                key,
                target,
                behavior,
                functionalCategory,
                semanticCategory,
                tags,
                probe,
                messages,
                replies,
                decodedText,
                other,
                error,
                start,
                latency,
                queries,
                targetUsage,
                attackerUsage,
                person);
    }
}
