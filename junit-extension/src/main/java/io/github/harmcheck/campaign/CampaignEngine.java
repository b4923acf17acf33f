package io.github.harmcheck.campaign;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.internal.Secrets;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignEnd.Status;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.io.JournalReader;
import io.github.harmcheck.result.io.JournalWriter;
import io.github.harmcheck.result.io.JournalWriter.Position;
import io.github.harmcheck.result.io.Reviews;
import io.github.harmcheck.target.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs the trials of a plan on threads of its own. One thread reads the plan and waits at two gates: a place at the
 * endpoint, freed when a trial has stopped talking, and a place in work, freed when its finding is in the journal. So
 * judging overlaps with calling, and nothing piles up between dataset and journal.
 */
final class CampaignEngine implements RunningCampaign {
    private static final int JUDGING_PER_CALLING = 2;
    private static final int MAX_REASON_CHARS = 1_000;

    private final CampaignConfig config;
    private final Target target;
    private final Plan plan;
    private final Planner planner;
    private final Predicate<AttemptKey> only;
    private final JournalWriter journal;
    private final EndpointLimit endpoint;
    private final Semaphore work;
    private final ExecutorService threads = EngineThreads.create();
    private final ScheduledThreadPoolExecutor clock =
            new ScheduledThreadPoolExecutor(1, EngineThreads.daemons("harmcheck-clock"));
    private final Thread feeder;
    private final Thread shutdownHook;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final @Nullable Map<AttemptKey, Position> positions;
    private final Map<AttemptKey, Amended> amendments = new ConcurrentHashMap<>();
    private @Nullable ScheduledFuture<?> deadline;
    private boolean fed;
    private int underWay;
    private @Nullable String stopReason;
    private @Nullable CampaignResult result;

    /**
     * Creates an engine and starts it.
     *
     * @param only the trials of the plan to run
     * @param remember whether findings can be awaited one by one; costs memory for each
     */
    CampaignEngine(
            CampaignConfig config,
            Plan plan,
            Planner planner,
            JournalWriter journal,
            Predicate<AttemptKey> only,
            boolean remember) {
        this.config = config;
        this.target = Objects.requireNonNull(config.target());
        this.plan = plan;
        this.planner = planner;
        this.only = only;
        this.journal = journal;
        this.endpoint = EndpointLimit.of(target.endpoint());
        this.work = new Semaphore(config.pace().concurrency() * (1 + JUDGING_PER_CALLING));
        this.positions = remember ? new ConcurrentHashMap<>() : null;
        clock.setRemoveOnCancelPolicy(true);
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        this.feeder = EngineThreads.daemons("harmcheck-feeder").newThread(() -> feed(loader));
        this.shutdownHook = new Thread(this::shutDown, "harmcheck-shutdown");
    }

    void begin() {
        Runtime.getRuntime().addShutdownHook(shutdownHook);
        Duration most = config.budget().maxDuration();
        if (most != null) {
            deadline = clock.schedule(
                    () -> stop("harmcheck.maxDuration of " + most.toSeconds() + " s is over"),
                    most.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
        feeder.start();
    }

    private void feed(ClassLoader loader) {
        try (Stream<Trial> trials = planner.trials()) {
            trials.filter(trial -> only.test(trial.key()))
                    .takeWhile(trial -> !stopped())
                    .forEach(trial -> submit(trial, loader));
        } catch (StoppedException e) {
            CampaignLog.debug("the campaign was stopped while it was fed", e);
        } catch (RuntimeException | Error e) {
            stop("the plan could not be read to its end: " + e.getMessage());
            CampaignLog.warn("the plan could not be read to its end", e);
        } finally {
            change(() -> fed = true);
        }
    }

    private void submit(Trial trial, ClassLoader loader) {
        try {
            work.acquire();
            endpoint.acquire(config.pace().concurrency());
        } catch (InterruptedException e) {
            throw new StoppedException(e);
        }
        if (stopped()) {
            endpoint.release();
            work.release();
            return;
        }
        change(() -> underWay++);
        TrialRun run = new TrialRun(trial, config, target, clock, this::record, endpoint::release);
        try {
            threads.execute(() -> {
                Thread.currentThread().setContextClassLoader(loader);
                run.run();
            });
        } catch (RejectedExecutionException e) {
            endpoint.release();
            change(() -> underWay--);
            throw new StoppedException(e);
        }
    }

    /** Takes a finding; called exactly once for each trial that was submitted. */
    private void record(Finding finding) {
        try {
            if (stopped() && finding.outcome() == Outcome.ERROR) {
                return;
            }
            Position position = journal.append(finding);
            if (positions != null) {
                positions.put(finding.key(), position);
            }
            config.listeners().forEach(listener -> tell(() -> listener.found(finding)));
        } catch (IOException | RuntimeException | Error e) {
            stop("the journal cannot be written: " + e);
            CampaignLog.warn("the journal cannot be written", e);
        } finally {
            work.release();
            change(() -> underWay--);
        }
    }

    static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            CampaignLog.warn("a campaign listener failed", e);
        }
    }

    private boolean stopped() {
        lock.lock();
        try {
            return stopReason != null;
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable action) {
        lock.lock();
        try {
            action.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public Path journal() {
        return journal.file();
    }

    @Override
    public Finding await(AttemptKey key) throws InterruptedException {
        Map<AttemptKey, Position> known = Objects.requireNonNull(positions);
        lock.lockInterruptibly();
        try {
            while (!known.containsKey(key)) {
                if ((fed && underWay == 0) || stopReason != null) {
                    throw new CampaignException(key.id() + " was not run: "
                            + (stopReason == null ? "it is not part of this campaign" : stopReason));
                }
                changed.await();
            }
        } finally {
            lock.unlock();
        }
        try {
            Finding finding = journal.read(Objects.requireNonNull(known.get(key)));
            Amended amended = amendments.get(key);
            return amended == null
                    ? finding
                    : finding.withVerdict(JournalReader.amended(finding.verdict(), amended.by(), amended.reason()));
        } catch (IOException e) {
            throw new CampaignException("the finding " + key.id() + " cannot be read back: " + e.getMessage(), e);
        }
    }

    @Override
    public void awaitAll() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!(fed && underWay == 0)) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void amend(AttemptKey key, String by, String reason) {
        try {
            journal.amend(key, by, Secrets.mask(reason));
            amendments.put(key, new Amended(by, reason));
        } catch (IOException e) {
            stop("the journal cannot be written: " + e.getMessage());
            throw new CampaignException("the finding " + key.id() + " cannot be amended: " + e.getMessage(), e);
        }
    }

    @Override
    public void stop(String reason) {
        change(() -> {
            if (stopReason == null && !(fed && underWay == 0)) {
                stopReason = Texts.oneLine(Secrets.mask(reason), MAX_REASON_CHARS);
            }
        });
        if (stopped()) {
            feeder.interrupt();
            threads.shutdownNow();
        }
    }

    @Override
    public CampaignResult finish() throws InterruptedException {
        awaitAll();
        lock.lockInterruptibly();
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
            lock.unlock();
        }
    }

    private CampaignResult end() {
        try {
            String reason = stopReason == null ? config.recording().incomplete() : stopReason;
            Status status = reason == null ? Status.FINISHED : Status.STOPPED;
            journal.end(new CampaignEnd(Instant.now(), status, reason, journal.findings()));
            return JournalReader.read(journal.file(), Reviews.read(config.reviews()));
        } catch (IOException e) {
            throw new CampaignException("the journal " + journal.file() + " cannot be finished: " + e.getMessage(), e);
        } finally {
            release();
        }
    }

    private void release() {
        ScheduledFuture<?> running = deadline;
        if (running != null) {
            running.cancel(false);
        }
        threads.shutdownNow();
        clock.shutdownNow();
        config.recording().end();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            CampaignLog.debug("the JVM is shutting down already", e);
        }
    }

    /** A killed JVM leaves no end record; one that shuts down in order says so. */
    private void shutDown() {
        stop("the JVM was shut down");
        try {
            journal.end(new CampaignEnd(Instant.now(), Status.STOPPED, "the JVM was shut down", journal.findings()));
        } catch (IOException e) {
            CampaignLog.debug("the journal could not be finished at shutdown", e);
        }
    }

    @Override
    public void close() {
        boolean finished;
        lock.lock();
        try {
            finished = result != null;
        } finally {
            lock.unlock();
        }
        if (!finished) {
            stop("the campaign was closed before it was finished");
            release();
            try {
                journal.end(new CampaignEnd(
                        Instant.now(),
                        Status.STOPPED,
                        Objects.requireNonNullElse(stopReason, "not finished"),
                        journal.findings()));
            } catch (IOException e) {
                CampaignLog.debug("the journal was ended already", e);
            }
        }
    }

    private record Amended(String by, String reason) {}

    /** Ends the stream of trials when the campaign is stopped. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException(Throwable cause) {
            super(cause);
        }
    }
}
