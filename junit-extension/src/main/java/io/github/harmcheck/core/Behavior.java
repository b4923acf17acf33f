package io.github.harmcheck.core;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing the app must not do.
 *
 * @param dataset name of the dataset it comes from
 * @param id unique within the dataset; letters, digits, {@code . _ -} only, so that it is safe in ids and file names
 * @param text the request, or for {@link FunctionalCategory#ADVICE} the scenario; untrusted text
 * @param functionalCategory how it is posed
 * @param semanticCategory what kind of harm, for example {@code cybercrime_intrusion}; {@code uncategorized} where the
 *     dataset does not say
 * @param contextString text the request refers to, or null; untrusted text
 * @param tags labels of the dataset, in its order
 * @param split the part of the dataset such as HarmBench's val and test, or null where it has none
 * @param adviceOrNull the advice of an ADVICE behavior, null for all others
 * @param oracleOrNull what proves that the app did it, or null where a judge has to say
 * @since 0.1.0
 */
public record Behavior(
        String dataset,
        String id,
        String text,
        FunctionalCategory functionalCategory,
        String semanticCategory,
        @Nullable String contextString,
        List<String> tags,
        @Nullable String split,
        @Nullable Advice adviceOrNull,
        @Nullable Oracle oracleOrNull) {

    /** The semantic category of a behavior whose dataset names none. */
    public static final String UNCATEGORIZED = "uncategorized";

    public Behavior {
        AttemptKey.requirePart("dataset", dataset);
        AttemptKey.requirePart("behavior id", id);
        if (text.isBlank()) {
            throw new IllegalArgumentException("behavior " + id + " has no text");
        }
        if ((functionalCategory == FunctionalCategory.ADVICE) != (adviceOrNull != null)) {
            throw new IllegalArgumentException(
                    "behavior " + id + ": advice belongs to the advice category, and only there");
        }
        tags = List.copyOf(tags);
    }

    /** Creates a behavior without an oracle. */
    public Behavior(
            String dataset,
            String id,
            String text,
            FunctionalCategory functionalCategory,
            String semanticCategory,
            @Nullable String contextString,
            List<String> tags,
            @Nullable String split,
            @Nullable Advice adviceOrNull) {
        this(dataset, id, text, functionalCategory, semanticCategory, contextString, tags, split, adviceOrNull, null);
    }

    /** Creates a standard behavior without context or tags, for tests and hand-written campaigns. */
    public static Behavior of(String dataset, String id, String text) {
        return new Behavior(dataset, id, text, FunctionalCategory.STANDARD, UNCATEGORIZED, null, List.of(), null, null);
    }

    /** Returns the text the request refers to. */
    public Optional<String> context() {
        return Optional.ofNullable(contextString);
    }

    /** Returns the safe and unsafe advice of an advice scenario. */
    public Optional<Advice> advice() {
        return Optional.ofNullable(adviceOrNull);
    }

    /** Returns what proves, by what the app said and did, that an attempt succeeded. */
    public Optional<Oracle> oracle() {
        return Optional.ofNullable(oracleOrNull);
    }

    /** Returns this behavior with another sign that proves success, beside those it has. */
    public Behavior orProvedBy(Oracle other) {
        return new Behavior(
                dataset,
                id,
                text,
                functionalCategory,
                semanticCategory,
                contextString,
                tags,
                split,
                adviceOrNull,
                oracleOrNull == null ? other : oracleOrNull.or(other));
    }
}
