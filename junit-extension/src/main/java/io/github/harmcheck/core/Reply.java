package io.github.harmcheck.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came back from the app for one turn. Either it has text, or it was blocked, or it is empty.
 *
 * @param text what reached the user; empty where nothing did; untrusted text
 * @param partialText what a blocked or broken reply had said before it ended, or null; untrusted text
 * @param toolCalls tools the app called, in order
 * @param retrievedIds ids of documents the app retrieved
 * @param finishReason the provider's word for why the reply ended, or null
 * @param blockedBy which guardrail or filter stopped the reply, or null where none did
 * @param truncated whether the reply was cut at its token limit
 * @param model which model answered, or null
 * @param usage tokens of this turn, or null
 * @param retries calls that were turned away, and made again, before this reply
 * @since 0.1.0
 */
public record Reply(
        String text,
        @Nullable String partialText,
        List<ToolCall> toolCalls,
        List<String> retrievedIds,
        @Nullable String finishReason,
        @Nullable String blockedBy,
        boolean truncated,
        @Nullable ModelCall model,
        @Nullable Usage usage,
        int retries) {

    public Reply {
        toolCalls = List.copyOf(toolCalls);
        retrievedIds = List.copyOf(retrievedIds);
    }

    /** Creates a reply of which only the text is known. */
    public static Reply of(String text) {
        return builder(text).build();
    }

    /** Creates a reply that a guardrail or filter stopped before any text reached the user. */
    public static Reply blocked(String blockedBy) {
        return builder("").blockedBy(blockedBy).build();
    }

    /** Starts a reply with its text. */
    public static Builder builder(String text) {
        return new Builder(text);
    }

    /** Returns what stopped the reply. */
    public Optional<String> blocked() {
        return Optional.ofNullable(blockedBy);
    }

    /** Returns this reply with another text, for example decoded. */
    public Reply withText(String other) {
        return new Reply(
                other, partialText, toolCalls, retrievedIds, finishReason, blockedBy, truncated, model, usage, retries);
    }

    /** Returns this reply after another number of repeated calls. */
    public Reply withRetries(int calls) {
        return new Reply(
                text, partialText, toolCalls, retrievedIds, finishReason, blockedBy, truncated, model, usage, calls);
    }

    /** Collects what an adapter knows about a reply. Not thread-safe. */
    public static final class Builder {
        private final String text;
        private @Nullable String partialText;
        private final List<ToolCall> toolCalls = new ArrayList<>();
        private final List<String> retrievedIds = new ArrayList<>();
        private @Nullable String finishReason;
        private @Nullable String blockedBy;
        private boolean truncated;
        private @Nullable ModelCall model;
        private @Nullable Usage usage;
        private int retries;

        private Builder(String text) {
            this.text = text;
        }

        public Builder partialText(@Nullable String value) {
            partialText = value;
            return this;
        }

        public Builder toolCall(ToolCall value) {
            toolCalls.add(value);
            return this;
        }

        public Builder retrievedId(String value) {
            retrievedIds.add(value);
            return this;
        }

        public Builder finishReason(@Nullable String value) {
            finishReason = value;
            return this;
        }

        public Builder blockedBy(@Nullable String value) {
            blockedBy = value;
            return this;
        }

        public Builder truncated(boolean value) {
            truncated = value;
            return this;
        }

        public Builder model(@Nullable ModelCall value) {
            model = value;
            return this;
        }

        public Builder usage(@Nullable Usage value) {
            usage = value;
            return this;
        }

        public Builder retries(int value) {
            retries = value;
            return this;
        }

        public Reply build() {
            return new Reply(
                    text,
                    partialText,
                    toolCalls,
                    retrievedIds,
                    finishReason,
                    blockedBy,
                    truncated,
                    model,
                    usage,
                    retries);
        }
    }
}
