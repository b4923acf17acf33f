package io.github.harmcheck.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What is known of one attempt while it runs: how often it asked what, what it missed, what answered it. */
final class RecordedAttempt {
    private final RecordingRun run;
    private final String id;
    private final Occurrences occurrences = new Occurrences();
    private final AtomicInteger played = new AtomicInteger();
    private final AtomicInteger called = new AtomicInteger();
    private final List<Runnable> heldBack = new ArrayList<>();
    private boolean holding;
    private @Nullable String missed;

    RecordedAttempt(RecordingRun run, String id) {
        this.run = run;
        this.id = id;
    }

    RecordingRun run() {
        return run;
    }

    String id() {
        return id;
    }

    Occurrences occurrences() {
        return occurrences;
    }

    void countPlayed() {
        played.incrementAndGet();
    }

    void countCalled() {
        called.incrementAndGet();
    }

    int played() {
        return played.get();
    }

    int called() {
        return called.get();
    }

    synchronized void miss(String message) {
        if (missed == null) {
            missed = message;
        }
    }

    /** Returns what the attempt missed first, or null. */
    synchronized @Nullable String missed() {
        return missed;
    }

    /** From now on, writing waits: what a judge was told need not be kept where its verdict is. */
    synchronized void hold() {
        holding = true;
    }

    /** Writes, or drops, what was held back. */
    synchronized void release(boolean write) {
        if (write) {
            heldBack.forEach(Runnable::run);
        }
        heldBack.clear();
        holding = false;
    }

    synchronized void write(Runnable writing) {
        if (holding) {
            heldBack.add(writing);
        } else {
            writing.run();
        }
    }
}
