package io.github.harmcheck.jupiter;

import io.github.harmcheck.campaign.Plan;
import io.github.harmcheck.campaign.Plan.PlannedTrial;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.internal.Texts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One node of a template: a name and the trials it stands for.
 *
 * @param name shown in IDE and reports; safe to print
 * @param keys its trials; empty where it stands for all
 */
record PlannedNode(String name, List<AttemptKey> keys) {
    private static final int SHOWN = 60;

    /** Returns the nodes of a plan in its order, read as they are asked for. The caller closes the stream. */
    static Stream<PlannedNode> of(Plan plan, Grain grain) {
        return switch (grain) {
            case FINDING ->
                plan.stream()
                        .map(trial -> new PlannedNode(
                                trial.key().id() + " " + Texts.quoted(trial.behavior(), SHOWN), List.of(trial.key())));
            case BEHAVIOR -> behaviors(plan);
            case CAMPAIGN -> Stream.of(new PlannedNode("all " + plan.trials() + " attempts", List.of()));
        };
    }

    private static Stream<PlannedNode> behaviors(Plan plan) {
        Stream<PlannedTrial> trials = plan.stream();
        Behaviors behaviors = new Behaviors(trials.iterator());
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(behaviors, Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .onClose(trials::close);
    }

    /** Puts the trials of one behavior, which follow each other in a plan, together. */
    private static final class Behaviors implements Iterator<PlannedNode> {
        private final Iterator<PlannedTrial> trials;
        private @Nullable PlannedTrial ahead;

        Behaviors(Iterator<PlannedTrial> trials) {
            this.trials = trials;
        }

        @Override
        public boolean hasNext() {
            return ahead != null || trials.hasNext();
        }

        @Override
        public PlannedNode next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            PlannedTrial known = ahead;
            PlannedTrial first = known == null ? trials.next() : known;
            ahead = null;
            List<AttemptKey> keys = new ArrayList<>(List.of(first.key()));
            while (trials.hasNext()) {
                PlannedTrial next = trials.next();
                if (!sameBehavior(first.key(), next.key())) {
                    ahead = next;
                    break;
                }
                keys.add(next.key());
            }
            String id = first.key().dataset() + "/" + first.key().behavior();
            return new PlannedNode(id + " " + Texts.quoted(first.behavior(), SHOWN), List.copyOf(keys));
        }

        private static boolean sameBehavior(AttemptKey one, AttemptKey other) {
            return one.behavior().equals(other.behavior()) && one.dataset().equals(other.dataset());
        }
    }
}
