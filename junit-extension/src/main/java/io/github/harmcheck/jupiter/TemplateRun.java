package io.github.harmcheck.jupiter;

import io.github.harmcheck.campaign.Campaign;
import io.github.harmcheck.campaign.Plan;
import io.github.harmcheck.campaign.Settings;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.dataset.BehaviorDataset;
import io.github.harmcheck.result.CampaignResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * One run of a template: its plan, its campaigns, and the gate when it is over. Lives in the store of the template, which
 * closes it after the last node. Both interfaces, since JUnit before 5.13 closes only the older one.
 */
@SuppressWarnings("deprecation")
final class TemplateRun implements AutoCloseable, ExtensionContext.Store.CloseableResource {
    private final ExtensionContext template;
    private final HarmTest test;
    private final Settings settings;
    private final CampaignSetup setup;
    private final List<BehaviorDataset> datasets;
    private final Plan plan;
    private final List<TargetCampaign> campaigns;
    private final @Nullable Set<Integer> selected;
    private volatile @Nullable String endedBy;
    private volatile boolean opened;
    private boolean closed;

    TemplateRun(
            ExtensionContext template,
            HarmTest test,
            Settings settings,
            CampaignSetup setup,
            List<App> apps,
            List<BehaviorDataset> datasets,
            Plan plan) {
        this.template = template;
        this.test = test;
        this.settings = settings;
        this.setup = setup;
        this.datasets = List.copyOf(datasets);
        this.plan = plan;
        this.campaigns = apps.stream().map(app -> new TargetCampaign(this, app)).toList();
        this.selected = NodeSelections.of(template.getUniqueId(), test.testClass(), test.testMethod())
                .orElse(null);
    }

    /** Returns what tells this run from others in the JVM: another shard of the same test is another run. */
    String id() {
        return template.getUniqueId()
                + settings.shard().map(shard -> " shard " + shard).orElse("");
    }

    HarmTest test() {
        return test;
    }

    CampaignSetup setup() {
        return setup;
    }

    List<BehaviorDataset> datasets() {
        return datasets;
    }

    /** Returns the nodes, which end where the campaign turns out not to be able to begin. */
    Stream<TestTemplateInvocationContext> nodes() {
        opened = true;
        return campaigns.stream().flatMap(this::nodes).takeWhile(node -> endedBy == null);
    }

    private Stream<TestTemplateInvocationContext> nodes(TargetCampaign campaign) {
        String prefix = campaigns.size() == 1 ? "" : campaign.app().name() + ": ";
        if (plan.trials() == 0) {
            return Stream.of(new EmptyShardContext(campaign, prefix + EmptyShardContext.name(settings)));
        }
        return PlannedNode.of(plan, test.grain())
                .map(node -> new NodeInvocationContext(campaign, new PlannedNode(prefix + node.name(), node.keys())));
    }

    /** Returns the trials to run where only some nodes were asked for, of this campaign or of another target. */
    Optional<Set<AttemptKey>> selectedKeys(TargetCampaign campaign) {
        Set<Integer> wanted = selected;
        if (wanted == null) {
            return Optional.empty();
        }
        Set<AttemptKey> keys = new HashSet<>();
        boolean all = true;
        int number = 0;
        for (TargetCampaign each : campaigns) {
            List<PlannedNode> mine = new ArrayList<>();
            try (Stream<PlannedNode> nodes = PlannedNode.of(plan, test.grain())) {
                for (PlannedNode node : (Iterable<PlannedNode>) nodes::iterator) {
                    number++;
                    if (!wanted.contains(number)) {
                        all = false;
                    } else if (each == campaign) {
                        mine.add(node);
                    }
                }
            }
            mine.forEach(node -> keys.addAll(node.keys()));
        }
        return all ? Optional.empty() : Optional.of(keys);
    }

    /** Ends the stream of nodes: a campaign could not begin. Leaves a record for the gate of the build. */
    void end(TargetCampaign campaign, String reason) {
        endedBy = reason;
        recordAbort(campaign.app(), reason);
    }

    private void recordAbort(App app, String reason) {
        recordAbort(test, setup, app, settings, reason);
    }

    /**
     * Leaves an aborted campaign for the gate of the build.
     *
     * @throws IllegalStateException where it cannot be written, so that no build passes without it
     */
    static void recordAbort(HarmTest test, CampaignSetup setup, App app, Settings settings, String reason) {
        try {
            Campaign.Builder builder = setup.abortable(app);
            CampaignResult result = builder.abort(reason);
            Path journal =
                    test.output().resolve("findings").resolve(result.header().runId() + ".jsonl");
            RunJournals.add(test.output(), settings.reviews(), journal);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    test.title() + ": the aborted campaign (" + reason + ") could not be recorded: " + e.getMessage(),
                    e);
        }
    }

    void remember(Path journal) {
        RunJournals.add(test.output(), settings.reviews(), journal);
    }

    /**
     * Ends the campaigns and holds them to their limits.
     *
     * @throws OneLineError where a limit is broken or the evidence does not decide
     */
    @Override
    public void close() {
        if (closed || !opened) {
            return;
        }
        closed = true;
        try {
            holdToLimits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OneLineError(test.title() + ": interrupted before the gate could decide");
        }
    }

    private void holdToLimits() throws InterruptedException {
        InTestGate gate = new InTestGate(template, test, campaigns.size() > 1);
        List<String> failures = new ArrayList<>();
        for (TargetCampaign campaign : campaigns) {
            Optional<CampaignResult> result = campaign.finish();
            if (result.isPresent()) {
                gate.check(campaign, result.get()).ifPresent(failures::add);
            } else if (!campaign.isBroken() && selected == null) {
                neverBegan(campaign).ifPresent(failures::add);
            }
        }
        if (!failures.isEmpty()) {
            throw new OneLineError(String.join(" | ", failures));
        }
    }

    /** Returns why the record could not be left; the other campaigns are still to end. */
    private Optional<String> neverBegan(TargetCampaign campaign) {
        String reason = endedBy == null
                ? "no node got as far as the first call to the app"
                : "the test ended before its turn: " + endedBy;
        Log.warn(test.title() + " against " + campaign.app().name() + ": " + reason);
        try {
            recordAbort(campaign.app(), reason);
            return Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
