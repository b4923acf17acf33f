package io.github.harmcheck.campaign;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.internal.Secrets;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignEnd.Status;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.io.JournalWriter.Position;
import io.github.harmcheck.result.io.Reviews;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Runs the trials of a plan on threads of its own and takes their findings into the journal. Judging overlaps with
 * calling; {@link Feeder} says when a trial may begin, {@link Endpoint} when a call may.
 */
final class CampaignEngine implements RunningCampaign {
    private static final int MAX_REASON_CHARS = 1_000;
    private static final Duration CANCELLING = Duration.ofMillis(1_500);

    private final CampaignConfig config;
    private final Plan plan;
    private final Ledger ledger;
    private final EngineCalls calls;
    private final Feeder feeder;
    private final Progress progress;
    private final @Nullable EarlyStop early;
    private final Predicate<AttemptKey> only;
    private final Deadlines deadlines = new Deadlines();
    private final ExecutorService threads = EngineThreads.create();
    private final EngineClock clock = new EngineClock();
    private final Thread feederThread;
    private final Thread shutdownHook;

    private final UnderWay underWay = new UnderWay();
    private final AtomicBoolean spoke = new AtomicBoolean();
    private final ReentrantLock ending = new ReentrantLock();
    private volatile @Nullable String stopReason;
    private @Nullable CampaignResult result;

    /** Creates an engine. */
    CampaignEngine(CampaignConfig config, Launch launch) {
        this.config = config;
        this.plan = launch.plan();
        this.calls = launch.calls();
        this.ledger = new Ledger(launch.journal(), launch.known(), launch.remember());
        this.early = launch.early();
        this.only = launch.only();
        this.feeder = new Feeder(config, launch.planner(), this::isWanted, calls.target());
        this.progress = new Progress(
                Objects.requireNonNull(config.target()).name(),
                plan.trials(),
                launch.known().size());
        calls.spending().onExhausted(this::stop);
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        this.feederThread = EngineThreads.daemons("harmcheck-feeder").newThread(() -> feed(loader));
        this.shutdownHook = new Thread(this::shutDown, "harmcheck-shutdown");
    }

    void begin() {
        Runtime.getRuntime().addShutdownHook(shutdownHook);
        clock.every(Deadlines.SWEEP, deadlines::sweep);
        Duration most = config.budget().maxDuration();
        if (most != null) {
            clock.after(most, () -> stop("harmcheck.maxDuration of " + most.toSeconds() + " s is over"));
        }
        Duration every = config.progress();
        if (every != null) {
            clock.every(every, this::speak);
        }
        feederThread.start();
    }

    private void speak() {
        spoke.set(true);
        CampaignLog.info(progress.line());
    }

    private void feed(ClassLoader loader) {
        try {
            feeder.run(this::isEnough, (trial, place) -> start(trial, place, loader));
            if (early != null) {
                early.admittedAll();
            }
        } catch (InterruptedException e) {
            CampaignLog.debug("the campaign was stopped while it was fed", e);
        } catch (RuntimeException | Error e) {
            stop("the plan could not be read to its end: " + e.getMessage());
            CampaignLog.warn("the plan could not be read to its end", e);
        } finally {
            underWay.fed();
        }
    }

    /** Returns whether nothing more of the plan is to be run. Where findings were taken over, all of it is read. */
    private boolean isEnough() {
        return stopped() || (early != null && !ledger.tookOver() && early.allDecided());
    }

    private boolean isWanted(Trial trial) {
        if (!only.test(trial.key())) {
            return false;
        }
        Position taken = ledger.takenOver(trial.key());
        if (early == null) {
            return taken == null;
        }
        if (taken != null) {
            early.takenOver(trial, ledger.read(trial.key(), taken));
            return false;
        }
        boolean wanted = early.admit(trial);
        if (!wanted) {
            progress.skipped();
        }
        return wanted;
    }

    private void start(Trial trial, Endpoint.@Nullable Place place, ClassLoader loader) {
        underWay.begin();
        TrialRun run = new TrialRun(trial, config, calls, deadlines, place, this::record);
        try {
            threads.execute(() -> {
                Thread.currentThread().setContextClassLoader(loader);
                run.run();
            });
        } catch (RejectedExecutionException e) {
            CampaignLog.debug("the campaign was stopped while it was fed", e);
            if (place != null) {
                place.failed();
            }
            ended();
        }
    }

    /** Takes a finding; called exactly once for each trial that was started. */
    private void record(Finding finding) {
        try {
            // What was cancelled is no error of the app; a resumed run makes it again.
            if (stopped() && finding.outcome() == Outcome.ERROR) {
                return;
            }
            ledger.add(finding);
            progress.found(finding);
            if (early != null) {
                early.found(finding);
            }
            config.listeners().forEach(listener -> tell(() -> listener.found(finding)));
        } catch (IOException | RuntimeException | Error e) {
            if (!stopped()) {
                stop("the journal cannot be written: " + e);
                CampaignLog.warn("the journal cannot be written", e);
            }
        } finally {
            ended();
        }
    }

    /** Wakes those who wait only where it may be what they wait for: a finding, or the end of all. */
    private void ended() {
        feeder.ended();
        underWay.end(ledger.remembers());
    }

    static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            CampaignLog.warn("a campaign listener failed", e);
        }
    }

    private boolean stopped() {
        return stopReason != null;
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public Path journal() {
        return ledger.file();
    }

    @Override
    public Finding await(AttemptKey key) throws InterruptedException {
        underWay.await(() -> ledger.holds(key) || stopped() || underWay.isOver());
        if (!ledger.holds(key)) {
            if (early != null && underWay.isOver()) {
                early.whyNotRun(key).ifPresent(why -> {
                    throw why;
                });
            }
            throw new CampaignException(
                    key.id() + " was not run: " + (stopped() ? stopReason : "it is not part of this campaign"));
        }
        return ledger.read(key);
    }

    @Override
    public void awaitAll() throws InterruptedException {
        underWay.await(underWay::isOver);
    }

    @Override
    public void amend(AttemptKey key, String by, String reason) {
        try {
            ledger.amend(key, by, reason);
        } catch (IOException e) {
            stop("the journal cannot be written: " + e.getMessage());
            throw new CampaignException("the finding " + key.id() + " cannot be amended: " + e.getMessage(), e);
        }
    }

    @Override
    public void stop(String reason) {
        underWay.change(() -> {
            if (stopReason == null && !underWay.isOver()) {
                stopReason = Texts.oneLine(Secrets.mask(reason), MAX_REASON_CHARS);
            }
        });
        if (stopped()) {
            feederThread.interrupt();
            threads.shutdownNow();
        }
    }

    @Override
    public CampaignResult finish() throws InterruptedException {
        awaitAll();
        ending.lockInterruptibly();
        try {
            CampaignResult known = result;
            if (known == null) {
                known = end();
                result = known;
                CampaignResult told = known;
                config.listeners().forEach(listener -> tell(() -> listener.ended(told)));
            }
            return known;
        } finally {
            ending.unlock();
        }
    }

    private CampaignResult end() {
        try {
            if (spoke.get()) {
                CampaignLog.info(progress.line());
            }
            return ledger.result(writeEnd(), Reviews.read(config.reviews()));
        } catch (IOException e) {
            throw new CampaignException("the journal " + ledger.file() + " cannot be finished: " + e.getMessage(), e);
        } finally {
            release();
        }
    }

    private CampaignEnd writeEnd() throws IOException {
        String stopped = stopReason;
        String reason = stopped == null ? config.recording().incomplete() : stopped;
        Status status = reason == null ? Status.FINISHED : Status.STOPPED;
        CampaignEnd end = new CampaignEnd(
                Instant.now(),
                status,
                reason,
                ledger.findings(),
                calls.spending().spent(),
                early == null ? null : early.ends());
        ledger.end(end);
        return end;
    }

    private void release() {
        threads.shutdownNow();
        clock.stop();
        config.recording().end();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            CampaignLog.debug("the JVM is shutting down already", e);
        }
    }

    /** A killed JVM leaves no end record; one that shuts down in order says so. */
    private void shutDown() {
        cancel("the JVM was shut down");
    }

    @Override
    public void close() {
        boolean finished;
        ending.lock();
        try {
            finished = result != null;
        } finally {
            ending.unlock();
        }
        if (!finished) {
            cancel("the campaign was closed before it was finished");
            release();
        }
    }

    /** Stops, gives the calls under way a moment to end, and says in the journal that this is all. */
    private void cancel(String reason) {
        stop(reason);
        underWay.awaitOver(CANCELLING);
        ending.lock();
        try {
            writeEnd();
        } catch (IOException e) {
            CampaignLog.debug("the journal was ended already, or cannot be", e);
        } finally {
            ending.unlock();
        }
    }
}
