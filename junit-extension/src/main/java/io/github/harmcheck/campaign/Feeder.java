package io.github.harmcheck.campaign;

import io.github.harmcheck.attack.Attempt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plan and hands its trials out, each when there is room for it: a place in work, freed when its finding is in
 * the journal, and a place at the target's endpoint for its first call. So nothing piles up between dataset and journal.
 */
final class Feeder {
    private static final int JUDGING_PER_CALLING = 2;

    private final Planner planner;
    private final Predicate<Trial> wanted;
    private final PacedCalls target;
    private final Semaphore work;

    Feeder(CampaignConfig config, Planner planner, Predicate<Trial> wanted, PacedCalls target) {
        this.planner = planner;
        this.wanted = wanted;
        this.target = target;
        this.work = new Semaphore(config.pace().concurrency() * (1 + JUDGING_PER_CALLING));
    }

    /** Says that a trial has ended. */
    void ended() {
        work.release();
    }

    /**
     * Hands out trials until the plan is at its end or the campaign is stopped.
     *
     * @param start starts a trial, with its place or none
     * @throws InterruptedException where the feeder was interrupted to stop it
     */
    void run(BooleanSupplier stopped, BiConsumer<Trial, Endpoint.@Nullable Place> start) throws InterruptedException {
        AtomicReference<@Nullable InterruptedException> interrupted = new AtomicReference<>();
        try (Stream<Trial> trials = planner.trials()) {
            // Pushed, not pulled: an iterator over nested streams keeps a buffer for every one of them.
            boolean all = trials.filter(wanted).allMatch(trial -> {
                try {
                    return hand(trial, stopped, start);
                } catch (InterruptedException e) {
                    interrupted.set(e);
                    return false;
                }
            });
            InterruptedException e = interrupted.get();
            if (!all && e != null) {
                throw e;
            }
        }
    }

    /** Returns whether the campaign goes on. */
    private boolean hand(Trial trial, BooleanSupplier stopped, BiConsumer<Trial, Endpoint.@Nullable Place> start)
            throws InterruptedException {
        if (stopped.getAsBoolean()) {
            return false;
        }
        work.acquire();
        Endpoint.Place place = callsTheAppFirst(trial.attempt()) ? target.acquire() : null;
        if (stopped.getAsBoolean()) {
            if (place != null) {
                place.failed();
            }
            work.release();
            return false;
        }
        start.accept(trial, place);
        return true;
    }

    /**
     * An attempt that first calls somebody else would keep the place from those who call now, and from itself where the
     * attacker model is behind the app's own endpoint.
     */
    private static boolean callsTheAppFirst(Attempt attempt) {
        return !attempt.adaptive() && attempt.maxCalls().attacker() == 0;
    }
}
