package io.github.harmcheck.jupiter;

import io.github.harmcheck.campaign.CampaignException;
import io.github.harmcheck.campaign.RunningCampaign;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.dataset.DatasetMissingException;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.CampaignResult;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** The campaign of one test against one target: begun by the first node that runs, read by all. Thread-safe. */
final class TargetCampaign {
    private static final int FAILURES_IN_FULL = 20;
    private static final int SHOWN = 300;

    private final TemplateRun template;
    private final App app;
    private final ReentrantLock starting = new ReentrantLock();
    private final AtomicInteger failures = new AtomicInteger();
    private @Nullable RunningCampaign running;
    private @Nullable Set<AttemptKey> only;
    private @Nullable Throwable broken;

    TargetCampaign(TemplateRun template, App app) {
        this.template = template;
        this.app = app;
    }

    App app() {
        return app;
    }

    HarmTest test() {
        return template.test();
    }

    /**
     * Returns the campaign, begun with the instances of this node where no other node has begun it. The node that began
     * it stays here until the last attempt has ended, since an instance target may die with its node.
     *
     * @throws Exception why it could not begin: the first node gets the cause, later ones a line
     */
    RunningCampaign begin(ExtensionContext node) throws Exception {
        boolean first = false;
        RunningCampaign current;
        starting.lock();
        try {
            if (broken != null) {
                throw again(broken);
            }
            if (running == null) {
                running = start(node);
                first = true;
            }
            current = Objects.requireNonNull(running);
        } finally {
            starting.unlock();
        }
        if (first) {
            awaitAll(current);
        }
        return current;
    }

    private static void awaitAll(RunningCampaign campaign) throws InterruptedException {
        try {
            campaign.awaitAll();
        } catch (InterruptedException e) {
            campaign.stop("the test was interrupted");
            throw e;
        }
    }

    private RunningCampaign start(ExtensionContext node) throws Exception {
        Optional<RunningCampaign> finished = FinishedCampaigns.find(template.id(), test(), app);
        if (finished.isPresent()) {
            Log.info(test().title() + ": this JVM has finished its campaign, so that nodes are served from "
                    + finished.get().journal() + " and no verdict is rolled again");
            return finished.get();
        }
        try {
            var builder = template.setup().runnable(app, template.datasets(), TestClasses.instances(node));
            Set<AttemptKey> keys = template.selectedKeys(this).orElse(null);
            RunningCampaign begun = keys == null ? builder.start() : builder.startPartial(keys::contains);
            only = keys;
            template.remember(begun.journal());
            return begun;
        } catch (DatasetMissingException e) {
            throw broken(new NodeAborted(reason(e)), e);
        } catch (CampaignException e) {
            throw broken(new ExtensionConfigurationException(test().title() + ": " + e.getMessage(), e), e);
        } catch (Exception e) {
            throw broken(e, e);
        } catch (LinkageError | AssertionError e) {
            throw broken(e, e);
        }
    }

    private <T extends Throwable> T broken(T failure, Throwable cause) {
        broken = failure;
        try {
            template.end(this, reason(cause));
        } catch (IllegalStateException e) {
            e.addSuppressed(cause);
            throw e;
        }
        return failure;
    }

    private Exception again(Throwable cause) {
        String line = test().title() + " could not begin, see its first node: " + reason(cause);
        if (cause instanceof TestAbortedException) {
            return new NodeAborted(line);
        }
        return new ExtensionConfigurationException(line);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        String name = cause.getClass().getSimpleName();
        return Texts.oneLine(message == null || message.isBlank() ? name : message, SHOWN);
    }

    /** Returns whether a node was asked for where only some were. */
    boolean runs(PlannedNode node) {
        Set<AttemptKey> keys = only;
        return keys == null || keys.containsAll(node.keys());
    }

    /** Returns whether only some trials of the plan run. */
    boolean partial() {
        return only != null;
    }

    /** Returns the failure, or one line of it where the reader has seen enough in full. */
    Throwable shortened(Throwable failure, String node) {
        if (failures.incrementAndGet() <= FAILURES_IN_FULL) {
            return failure;
        }
        String message = Objects.requireNonNullElse(failure.getMessage(), "");
        int end = message.indexOf('\n');
        return new OneLineError(node + ": " + failure.getClass().getSimpleName() + ": "
                + Texts.oneLine(end < 0 ? message : message.substring(0, end), SHOWN));
    }

    /** Ends the campaign and returns what it found; empty where it never began. */
    Optional<CampaignResult> finish() throws InterruptedException {
        RunningCampaign current = running;
        if (current == null) {
            return Optional.empty();
        }
        CampaignResult result = current.finish();
        current.close();
        if (only == null) {
            FinishedCampaigns.add(template.id(), test(), app, current);
        }
        return Optional.of(result);
    }

    /** Returns whether it was asked to begin and could not. */
    boolean isBroken() {
        return broken != null;
    }
}
