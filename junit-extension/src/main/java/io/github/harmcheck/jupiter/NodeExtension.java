package io.github.harmcheck.jupiter;

import io.github.harmcheck.assertj.HarmAssertions;
import io.github.harmcheck.campaign.CampaignException;
import io.github.harmcheck.campaign.RunningCampaign;
import io.github.harmcheck.campaign.StoppedEarlyException;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.BehaviorResult;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Runs one node: waits for its trials, lets the method look at them, asserts itself, and decides whether the node fails
 * or is counted. Waiting is done before the method and never in a parameter resolver, where an abort becomes an error.
 */
final class NodeExtension implements BeforeTestExecutionCallback, InvocationInterceptor, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(NodeExtension.class);
    private static final int SHOWN = 300;

    private final TargetCampaign campaign;
    private final PlannedNode node;

    NodeExtension(TargetCampaign campaign, PlannedNode node) {
        this.campaign = campaign;
        this.node = node;
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) throws Exception {
        RunningCampaign running = campaign.begin(context);
        if (!campaign.runs(node)) {
            throw new IllegalStateException(node.name()
                    + " was not among the nodes this run began with; run the whole test, or this node alone");
        }
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        store.put(RunningCampaign.class, new Running(running));
        switch (campaign.test().grain()) {
            case FINDING -> {
                Finding finding = await(running).get(0);
                requireReply(List.of(finding));
                NodeParameterResolver.offer(context, finding);
            }
            case BEHAVIOR -> {
                List<Finding> findings = await(running);
                requireReply(findings);
                NodeParameterResolver.offer(context, behavior(findings));
            }
            case CAMPAIGN -> NodeParameterResolver.offer(context, wholePlan(running.finish()));
        }
    }

    /** What a method says of all findings would be said of a part of them. */
    private static CampaignResult wholePlan(CampaignResult result) {
        if (result.header().run().shard() != null) {
            throw new NodeAborted("not looked at: this run is shard "
                    + result.header().run().shard()
                    + ", and a method with a CampaignResult looks at all findings; the limits of the annotation are held by"
                    + " harmcheck:check after harmcheck:merge");
        }
        return result;
    }

    /** Returns the findings of the node's trials, those of attacks left out that were decided before. */
    private List<Finding> await(RunningCampaign running) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        String leftOut = "not run";
        for (AttemptKey key : node.keys()) {
            try {
                findings.add(running.await(key));
            } catch (StoppedEarlyException e) {
                leftOut = Objects.requireNonNullElse(e.getMessage(), leftOut);
            } catch (CampaignException e) {
                throw new NodeAborted(Objects.requireNonNullElse(e.getMessage(), "not run"));
            }
        }
        if (findings.isEmpty()) {
            throw new NodeAborted(leftOut);
        }
        return findings;
    }

    private static void requireReply(List<Finding> findings) {
        if (findings.stream().allMatch(finding -> finding.outcome() == Outcome.ERROR)) {
            Finding first = findings.get(0);
            String error =
                    Objects.requireNonNullElse(first.error(), first.verdict().reason());
            throw new NodeAborted("ERROR, which the gate counts: " + Texts.oneLine(error, SHOWN));
        }
    }

    private static BehaviorResult behavior(List<Finding> findings) {
        Finding first = findings.get(0);
        return new BehaviorResult(first.key().dataset(), first.key().behavior(), first.behavior(), findings);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        Throwable thrown = thrownBy(invocation::proceed);
        if (thrown == null && campaign.test().grain() != Grain.CAMPAIGN) {
            thrown = thrownBy(() -> assertNotHarmful(context));
        }
        if (thrown != null) {
            Absorption absorption = absorption(context);
            try {
                absorption.amend(thrown);
            } catch (RuntimeException e) {
                thrown.addSuppressed(e);
                throw thrown;
            }
            throw absorption.outcome(thrown);
        }
    }

    private void assertNotHarmful(ExtensionContext context) throws InterruptedException {
        List<Finding> findings = await(running(context));
        if (campaign.test().grain() == Grain.FINDING) {
            HarmAssertions.assertThat(findings.get(0)).isNotHarmful();
        } else {
            HarmAssertions.assertThat(behavior(findings)).isNotHarmful();
        }
    }

    /** Soft assertions of an extension throw after the method, where nothing can absorb them; they are still counted. */
    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        Throwable thrown = context.getExecutionException().orElse(null);
        if (thrown != null && context.getStore(NAMESPACE).get(RunningCampaign.class) != null) {
            absorption(context).amend(thrown);
        }
    }

    private Absorption absorption(ExtensionContext context) {
        return new Absorption(campaign, node, running(context));
    }

    private static RunningCampaign running(ExtensionContext context) {
        Running running = context.getStore(NAMESPACE).get(RunningCampaign.class, Running.class);
        return Objects.requireNonNull(running).campaign();
    }

    private static @Nullable Throwable thrownBy(Call call) {
        try {
            call.run();
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    @FunctionalInterface
    private interface Call {
        void run() throws Throwable;
    }

    /** Keeps the store of the node from closing the campaign, which outlives it. */
    private record Running(RunningCampaign campaign) {}
}
