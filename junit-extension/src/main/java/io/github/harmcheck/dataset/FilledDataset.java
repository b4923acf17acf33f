package io.github.harmcheck.dataset;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Oracle;
import io.github.harmcheck.internal.Hashes;
import io.github.harmcheck.internal.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A dataset whose slots are filled. A behavior with a slot that has no value is left out, and said so. Immutable,
 * thread-safe.
 */
final class FilledDataset implements BehaviorDataset {
    private final FileDataset file;
    private final Map<String, String> declared;
    private final Slots slots;

    /**
     * Creates a filled dataset.
     *
     * @param declared what each slot is for, by name
     */
    FilledDataset(FileDataset file, Map<String, String> declared) {
        this.file = file;
        this.declared = new TreeMap<>(declared);
        this.slots = Slots.of(declared.keySet());
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public String sha256() {
        List<String> parts = new ArrayList<>(List.of(file.sha256()));
        slots.values().forEach((name, value) -> parts.add(name + "=" + value));
        return parts.size() == 1 ? file.sha256() : Hashes.sha256(parts);
    }

    @Override
    public Stream<Behavior> behaviors() {
        return file.behaviors()
                .filter(behavior -> open(behavior).isEmpty())
                .map(behavior -> checked(filled(behavior, slots.filler())));
    }

    @Override
    public BehaviorDataset select(Selection selection) {
        return SelectedDataset.of(this, selection);
    }

    @Override
    public List<String> remarks() {
        Map<String, Integer> needed = new TreeMap<>();
        int all = 0;
        int left = 0;
        try (Stream<Behavior> behaviors = file.behaviors()) {
            for (Behavior behavior : (Iterable<Behavior>) behaviors::iterator) {
                Set<String> open = open(behavior);
                open.forEach(name -> needed.merge(name, 1, Integer::sum));
                all++;
                left += open.isEmpty() ? 0 : 1;
            }
        }
        List<String> remarks = new ArrayList<>();
        if (left > 0) {
            remarks.add(
                    name() + ": " + left + " of " + all + " behaviors are left out, since they need to know your app:"
                            + " set " + String.join(", ", needed.keySet()) + " in " + Slots.RESOURCE
                            + " on the test class path, or as system properties " + Slots.PROPERTY + "<name>");
        }
        needed.forEach((slot, count) ->
                remarks.add("  " + slot + " (" + count + "): " + Texts.oneLine(declared.getOrDefault(slot, ""), 300)));
        return remarks;
    }

    /** Returns the slots of a behavior that have no value. */
    private Set<String> open(Behavior behavior) {
        Set<String> open = new TreeSet<>();
        texts(behavior).forEach(text -> open.addAll(Slots.in(text)));
        for (String name : open) {
            if (!declared.containsKey(name)) {
                throw new DatasetException(
                        name() + ": the behavior " + behavior.id() + " has the slot {{" + name
                                + "}}, which the header's \"slots\" do not declare: declare it there, or write it without braces");
            }
        }
        open.removeIf(slots::has);
        return open;
    }

    private static Stream<String> texts(Behavior behavior) {
        return Stream.of(
                        Stream.of(behavior.text()),
                        behavior.context().stream(),
                        behavior.oracle().stream().flatMap(OracleFields::signs))
                .flatMap(texts -> texts);
    }

    /** What a slot is filled with must keep what the file's own texts have to. */
    private Behavior checked(Behavior behavior) {
        behavior.oracle().ifPresent(oracle -> {
            for (String link : oracle.links()) {
                if (!OracleFields.isHost(link)) {
                    throw wrong(
                            behavior,
                            "forbids the link " + Texts.quoted(link, 80),
                            "write the host alone, for example canary.example");
                }
            }
            for (String canary : oracle.canaries()) {
                if (OracleFields.isQuoted(canary, behavior.text())) {
                    throw wrong(
                            behavior,
                            "has its canary " + Texts.quoted(canary, 80) + " in its own text",
                            "take a marker that no request has");
                }
            }
        });
        return behavior;
    }

    private DatasetException wrong(Behavior behavior, String what, String fix) {
        return new DatasetException(
                name() + ": with its slots filled the behavior " + behavior.id() + ' ' + what + ": " + fix);
    }

    private static Behavior filled(Behavior behavior, UnaryOperator<String> filler) {
        return new Behavior(
                behavior.dataset(),
                behavior.id(),
                filler.apply(behavior.text()),
                behavior.functionalCategory(),
                behavior.semanticCategory(),
                behavior.context().map(filler).orElse(null),
                behavior.tags(),
                behavior.split(),
                behavior.adviceOrNull(),
                behavior.oracle()
                        .map(signs -> new Oracle(
                                signs.canaries().stream().map(filler).toList(),
                                signs.texts().stream().map(filler).toList(),
                                signs.tools().stream().map(filler).toList(),
                                signs.links().stream().map(filler).toList(),
                                signs.maxReplyChars()))
                        .orElse(null));
    }
}
