package io.github.harmcheck.campaign;

import io.github.harmcheck.campaign.Planner.Planned;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.result.EarlyEnd;
import io.github.harmcheck.result.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Decides attack by attack when enough is known. It is asked for each trial of the plan in seeded order whether that is
 * still needed, and told each finding in whatever order findings come; behaviors are looked at in seeded order only, each
 * when all its trials are in, so that a slow reply holds back those behind it and never counts less than a fast one.
 * Holds a few numbers for each behavior under way.
 *
 * <p>The SAFE side is always run whole: its trials are needed whatever the attack came to, or an app that says No to
 * everything could pass after a handful of them.
 *
 * <p>Thread-safe, but trials are offered by one thread.
 */
final class EarlyStop {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, AttackStop> attacks = new LinkedHashMap<>();
    private final boolean safeSide;

    private EarlyStop(CampaignConfig config, Planned planned) {
        double errorLevel = config.earlyStop() / config.attacks().size();
        planned.sizes().forEach((attack, size) -> {
            if (size.unsafeTrials() > 0) {
                attacks.put(attack, new AttackStop(attack, size, config.limits(), errorLevel));
            }
        });
        this.safeSide = planned.sizes().values().stream().anyMatch(size -> size.trials() > size.unsafeTrials());
    }

    /**
     * Creates what decides for a full run of a plan, which divides the error level among its attacks; empty where nothing
     * may be left out: it was not asked for, or the target is a reference, which no gate decides about.
     */
    static Optional<EarlyStop> of(CampaignConfig config, Planned planned) {
        return config.earlyStop() > 0 && !config.reference()
                ? Optional.of(new EarlyStop(config, planned))
                : Optional.empty();
    }

    /** Takes the next trial of the plan, in its order, and returns whether it is to be run. */
    boolean admit(Trial trial) {
        if (trial.attempt().probe().side() == Side.SAFE) {
            return true;
        }
        lock.lock();
        try {
            return attack(trial.key()).admit(trial);
        } finally {
            lock.unlock();
        }
    }

    /** Takes a trial that ran in an earlier run, in the order of the plan, with its finding: it is needed or not. */
    void takenOver(Trial trial, Finding finding) {
        if (trial.attempt().probe().side() == Side.SAFE) {
            return;
        }
        lock.lock();
        try {
            AttackStop attack = attack(trial.key());
            if (attack.admit(trial)) {
                attack.found(finding);
            } else {
                attack.ranAnyway(trial);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes note that no trial follows. */
    void admittedAll() {
        lock.lock();
        try {
            attacks.values().forEach(AttackStop::admittedAll);
        } finally {
            lock.unlock();
        }
    }

    /** Takes the finding of a trial that was admitted, once. */
    void found(Finding finding) {
        if (finding.side() == Side.SAFE) {
            return;
        }
        lock.lock();
        try {
            attack(finding.key()).found(finding);
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether no more trials of the attack's UNSAFE side are needed. */
    boolean decided(String attack) {
        lock.lock();
        try {
            AttackStop stop = attacks.get(attack);
            return stop != null && stop.decided();
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether no trial that follows is needed, so that the plan need not be read on; never with a SAFE side. */
    boolean allDecided() {
        lock.lock();
        try {
            return !safeSide && attacks.values().stream().allMatch(AttackStop::decided);
        } finally {
            lock.unlock();
        }
    }

    /** Returns what to say to those who wait for a trial that was not run, where its attack was decided. */
    Optional<StoppedEarlyException> whyNotRun(AttemptKey key) {
        lock.lock();
        try {
            return Optional.ofNullable(attacks.get(key.attack()))
                    .filter(AttackStop::decided)
                    .map(stop -> new StoppedEarlyException(key.id() + " was not run: " + stop.sentence()));
        } finally {
            lock.unlock();
        }
    }

    /** Returns how each attack ended, for the end record. */
    List<EarlyEnd> ends() {
        lock.lock();
        try {
            List<EarlyEnd> ends = new ArrayList<>();
            attacks.values().forEach(attack -> ends.add(attack.end()));
            return List.copyOf(ends);
        } finally {
            lock.unlock();
        }
    }

    private AttackStop attack(AttemptKey key) {
        return Objects.requireNonNull(attacks.get(key.attack()), () -> key.id() + " is not of this plan");
    }
}
