package io.github.harmcheck.dataset;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.internal.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a dataset that finds which behaviors a selection keeps, and whether the dataset has every value that the
 * selection names: a misspelt category must not make a smaller test that passes. Not thread-safe.
 */
final class SelectionPass {
    private final String dataset;
    private final Selection selection;
    private final List<StratifiedSample.Candidate> kept = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> functional = new TreeSet<>();
    private final Set<String> semantic = new TreeSet<>();
    private final Set<String> tags = new TreeSet<>();
    private final Set<String> splits = new TreeSet<>();

    SelectionPass(String dataset, Selection selection) {
        this.dataset = dataset;
        this.selection = selection;
    }

    void see(Behavior behavior) {
        ids.add(behavior.id());
        functional.add(behavior.functionalCategory().id());
        semantic.add(behavior.semanticCategory());
        tags.addAll(behavior.tags());
        String split = behavior.split();
        if (split != null) {
            splits.add(split);
        }
        if (keeps(behavior)) {
            kept.add(new StratifiedSample.Candidate(behavior.id(), behavior.semanticCategory()));
        }
    }

    private boolean keeps(Behavior behavior) {
        return (selection.functional().isEmpty() || selection.functional().contains(behavior.functionalCategory()))
                && (selection.semantic().isEmpty() || selection.semantic().contains(behavior.semanticCategory()))
                && (selection.tags().isEmpty() || !Collections.disjoint(selection.tags(), behavior.tags()))
                && (selection.ids().isEmpty() || selection.ids().contains(behavior.id()))
                && (selection.split() == null || selection.split().equals(behavior.split()));
    }

    /** Returns the ids that the selection keeps, sample included; at least one. */
    Set<String> ids() {
        requireKnown("functional category", names(selection.functional()), functional);
        requireKnown("semantic category", selection.semantic(), semantic);
        requireKnown("tag", selection.tags(), tags);
        requireKnown("id", selection.ids(), ids);
        requireKnown("split", optional(selection.split()), splits);
        if (kept.isEmpty()) {
            throw new DatasetException(Texts.oneLine(dataset, 120) + ": no behavior has all of " + conditions()
                    + "; leave one condition out");
        }
        Integer sample = selection.sample();
        return sample == null
                ? kept.stream().map(StratifiedSample.Candidate::id).collect(Collectors.toUnmodifiableSet())
                : StratifiedSample.draw(kept, sample, selection.seed());
    }

    private void requireKnown(String what, Collection<String> wanted, Set<String> present) {
        for (String value : new TreeSet<>(wanted)) {
            if (!present.contains(value)) {
                String has = present.isEmpty()
                        ? "none"
                        : present.stream().sorted().limit(20).collect(Collectors.joining(", "))
                                + (present.size() > 20 ? " and " + (present.size() - 20) + " more" : "");
                throw new DatasetException(Texts.oneLine(dataset, 120) + ": the selection names the " + what + " "
                        + Texts.quoted(value, 120) + ", which no behavior has" + Nearest.hint(value, present)
                        + "; there " + (present.size() == 1 ? "is " : "are ") + Texts.oneLine(has, 600));
            }
        }
    }

    private String conditions() {
        List<String> parts = new ArrayList<>();
        add(parts, "functional category", names(selection.functional()));
        add(parts, "semantic category", selection.semantic());
        add(parts, "tag", selection.tags());
        add(parts, "id", selection.ids());
        add(parts, "split", optional(selection.split()));
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String what, Collection<String> values) {
        if (!values.isEmpty()) {
            parts.add(what + " " + Texts.oneLine(String.join(" or ", new TreeSet<>(values)), 200));
        }
    }

    private static List<String> names(Set<FunctionalCategory> categories) {
        return categories.stream().map(FunctionalCategory::id).toList();
    }

    private static List<String> optional(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
