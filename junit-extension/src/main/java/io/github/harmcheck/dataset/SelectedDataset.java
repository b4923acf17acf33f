package io.github.harmcheck.dataset;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.internal.Texts;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The part of a dataset that a selection keeps; holds the ids of that part. Immutable, thread-safe. */
final class SelectedDataset implements BehaviorDataset {
    private final BehaviorDataset whole;
    private final Set<String> ids;

    private SelectedDataset(BehaviorDataset whole, Set<String> ids) {
        this.whole = whole;
        this.ids = ids;
    }

    /**
     * Reads the dataset once, holding ids and categories only, and keeps what the selection names.
     *
     * @throws DatasetException for bad input, a value the dataset does not have, or a selection that keeps nothing
     */
    static BehaviorDataset of(BehaviorDataset dataset, Selection selection) {
        if (keepsAll(selection)) {
            return dataset;
        }
        SelectionPass pass = new SelectionPass(dataset.name(), selection);
        try (Stream<Behavior> behaviors = dataset.behaviors()) {
            behaviors.forEach(pass::see);
        }
        return new SelectedDataset(dataset, pass.ids());
    }

    private static boolean keepsAll(Selection selection) {
        return selection.functional().isEmpty()
                && selection.semantic().isEmpty()
                && selection.tags().isEmpty()
                && selection.ids().isEmpty()
                && selection.split() == null
                && selection.sample() == null;
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public String sha256() {
        return whole.sha256();
    }

    @Override
    public List<String> remarks() {
        return whole.remarks();
    }

    @Override
    public Stream<Behavior> behaviors() {
        Stream<Behavior> all = whole.behaviors();
        Iterator<Behavior> behaviors = all.iterator();
        return StreamSupport.stream(new Kept(behaviors), false).onClose(all::close);
    }

    @Override
    public BehaviorDataset select(Selection selection) {
        return of(this, selection);
    }

    /** Reads the file to its end even after the last kept row, so that it is closed and a change is seen. */
    private final class Kept extends Spliterators.AbstractSpliterator<Behavior> {
        private final Iterator<Behavior> all;
        private int seen;

        Kept(Iterator<Behavior> all) {
            super(ids.size(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.SIZED);
            this.all = all;
        }

        @Override
        public boolean tryAdvance(Consumer<? super Behavior> action) {
            while (all.hasNext()) {
                Behavior behavior = all.next();
                if (ids.contains(behavior.id())) {
                    seen++;
                    action.accept(behavior);
                    return true;
                }
            }
            if (seen != ids.size()) {
                throw new DatasetException(Texts.oneLine(name(), 120) + ": only " + seen + " of " + ids.size()
                        + " selected behaviors are still there: the file changed while it was read; run again");
            }
            return false;
        }
    }
}
