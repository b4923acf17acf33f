package io.github.harmcheck.campaign;

import io.github.harmcheck.attack.Attack;
import io.github.harmcheck.attack.Attacks;
import io.github.harmcheck.campaign.Plan.AttackSize;
import io.github.harmcheck.campaign.Plan.PlannedTrial;
import io.github.harmcheck.campaign.Planner.Planned;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.dataset.BehaviorDataset;
import io.github.harmcheck.internal.Secrets;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.recording.RecordMode;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignEnd.Status;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.CampaignHeader.DatasetRef;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.RunDetails;
import io.github.harmcheck.result.io.JournalReader;
import io.github.harmcheck.result.io.JournalTakeover;
import io.github.harmcheck.result.io.JournalWriter;
import io.github.harmcheck.result.io.JournalWriter.Position;
import io.github.harmcheck.result.io.Reviews;
import io.github.harmcheck.stats.GatePower;
import io.github.harmcheck.target.Target;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From a configuration to a plan, and from a plan to a running campaign. */
final class CampaignStart {
    private final CampaignConfig config;
    private final Planner planner;

    CampaignStart(CampaignConfig config) {
        this.config = config;
        this.planner = new Planner(config);
    }

    Plan plan() {
        List<String> remarks = remarks();
        return plan(planner.plan(), remarks);
    }

    RunningCampaign start(Predicate<AttemptKey> only, boolean partial, boolean remember) {
        if (config.target() == null) {
            throw new CampaignException("a campaign without a target can only be planned: use Campaign.against(...)");
        }
        if (config.attackJudge() != null) {
            SeparateJudges.require(config.attackJudge(), config.judge());
        }
        List<String> remarks = new ArrayList<>(remarks());
        remarks.addAll(Needs.remarks(config));
        Planned planned = planner.plan();
        Plan plan = plan(planned, remarks);
        if (planned.whole().trials() == 0) {
            throw new CampaignException("the plan is empty: no behavior of "
                    + config.datasets().stream().map(dataset -> dataset.name()).toList() + " suits the attacks "
                    + config.attacks().stream().map(attack -> attack.id()).toList());
        }
        if (!partial && plan.targetCalls() > config.budget().maxCalls()) {
            throw new CampaignException("the plan needs up to " + plan.targetCalls()
                    + " calls to the target, more than the " + config.budget().maxCalls()
                    + " that harmcheck.maxCalls allows: set maxCalls = " + plan.targetCalls()
                    + " (annotation attribute or -Dharmcheck.maxCalls), or a smaller sample");
        }
        CampaignLog.info(config.target().name() + ": " + String.join(System.lineSeparator(), plan.lines()));
        config.listeners().forEach(listener -> CampaignEngine.tell(() -> listener.planned(plan)));
        return begin(planned, plan, only, partial, remember);
    }

    private RunningCampaign begin(
            Planned planned, Plan plan, Predicate<AttemptKey> only, boolean partial, boolean remember) {
        EngineCalls calls = new EngineCalls(config);
        CampaignConfig paced = calls.paced(config);
        CampaignHeader header = header(planned, partial, null);
        try {
            JournalWriter journal = new JournalWriter(config.findingsFolder(), header);
            Map<AttemptKey, Position> known = Map.of();
            if (config.continuation().wanted() && !partial) {
                Takeover takeover = new Takeover(config.findingsFolder(), header, config.continuation());
                Optional<Takeover.Run> before = takeover.find();
                if (before.isPresent()) {
                    JournalTakeover taken = takeover.take(
                            before.get(),
                            header(planned, false, before.get().header().runId()));
                    journal = taken.writer();
                    known = taken.positions();
                }
                CampaignLog.info(header.target() + ": resume: "
                        + before.map(run -> "findings taken over from " + run.journal() + ": ")
                                .orElse("no earlier run of this test, findings taken over: ")
                        + known.size() + " of " + plan.trials());
            }
            beginRecording(journal);
            journal.open();
            EarlyStop early = partial ? null : EarlyStop.of(paced, planned).orElse(null);
            CampaignEngine engine = new CampaignEngine(
                    paced, new Launch(plan, new Planner(paced), calls, journal, known, early, only, remember));
            engine.begin();
            return engine;
        } catch (IOException e) {
            config.recording().end();
            throw new CampaignException(
                    "the journal cannot be written: " + e.getMessage() + "; the folder is set by harmcheck.output", e);
        }
    }

    private void beginRecording(JournalWriter journal) {
        try {
            config.recording().begin(Objects.requireNonNull(config.target()), journal.file());
        } catch (IllegalArgumentException e) {
            throw new CampaignException(String.valueOf(e.getMessage()), e);
        }
    }

    CampaignResult abort(String reason) {
        String safe = Texts.oneLine(Secrets.mask(reason), 1_000);
        JournalWriter journal = new JournalWriter(config.findingsFolder(), header(Planned.NOTHING, false, null));
        try {
            journal.abort(safe);
            journal.end(new CampaignEnd(Instant.now(), Status.ABORTED, safe, 0));
            return JournalReader.read(journal.file(), Reviews.none());
        } catch (IOException e) {
            throw new CampaignException("the journal " + journal.file() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private Plan plan(Planned planned, List<String> remarks) {
        List<AttackSize> sizes = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        notes.addAll(remarks);
        notes.addAll(cost(planned));
        if (config.shard() != null) {
            notes.add("shard " + config.shard() + " of a plan of "
                    + planned.whole().behaviors() + " behaviors, "
                    + planned.whole().trials() + " attempts");
        }
        planned.sizes().forEach((attack, size) -> {
            sizes.add(new AttackSize(attack, size.behaviors(), size.trials()));
            if (planned.whole().trials(attack) == 0) {
                notes.add(attack + " suits none of these behaviors");
            }
        });
        planned.whole().sizes().values().stream()
                .mapToInt(Planner.Size::unsafeBehaviors)
                .filter(behaviors -> behaviors > 0)
                .distinct()
                .sorted()
                .forEach(behaviors ->
                        notes.add(new GatePower(behaviors, config.limits().maxAsr()).sentence()));
        return new Plan(
                planned.behaviors(),
                planned.trials(),
                planned.calls().target(),
                planned.calls().attacker(),
                planned.calls().judge(),
                sizes,
                notes,
                () -> planner.trials()
                        .map(trial -> new PlannedTrial(
                                trial.key(),
                                trial.behavior().text(),
                                trial.attempt().probe())));
    }

    private List<String> cost(Planned planned) {
        long calls = planned.calls().target();
        if (calls == 0) {
            return List.of();
        }
        if (config.recording().mode() == RecordMode.REPLAY) {
            return List.of("replay: no model is called");
        }
        List<String> notes = new ArrayList<>();
        Judge attackJudge = config.attackJudge();
        if (planned.calls().judge() > 0 && attackJudge != null) {
            notes.add("attack judge: " + attackJudge.id()
                    + (attackJudge.maxCalls() == 0
                            ? ""
                            : ", at most " + planned.calls().judge() * attackJudge.maxCalls() + " calls to its model"));
        }
        if (config.judge().maxCalls() > 0) {
            notes.add("at most " + planned.trials() * config.judge().maxCalls() + " calls to the judge's model");
        }
        notes.add(Estimate.of(config, planned.calls()).line(calls));
        return notes;
    }

    /** Options are checked against the behaviors, which are read into memory only where there are options. */
    private List<String> remarks() {
        List<Behavior> behaviors = new ArrayList<>();
        if (!config.attackSettings().options().isEmpty()) {
            for (BehaviorDataset dataset : config.datasets()) {
                try (Stream<Behavior> stream = dataset.behaviors()) {
                    stream.forEach(behaviors::add);
                }
            }
        }
        List<String> remarks = new ArrayList<>();
        config.datasets().forEach(dataset -> remarks.addAll(dataset.remarks()));
        remarks.addAll(Attacks.check(config.attacks(), behaviors, config.attackSettings()));
        return remarks;
    }

    private CampaignHeader header(Planned planned, boolean partial, @Nullable String resumedFrom) {
        Target target = config.target();
        Judge attackJudge = config.attackJudge();
        List<DatasetRef> datasets = planned.datasets();
        return new CampaignHeader(
                CampaignHeader.SCHEMA,
                UUID.randomUUID().toString(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                planned.configHash(),
                partial,
                config.testClass(),
                config.testMethod(),
                config.limits(),
                datasets,
                config.attacks().stream().map(attack -> attack.id()).toList(),
                target == null ? "app" : target.name(),
                config.reference(),
                config.judge().id(),
                config.judge().version(),
                attackJudge == null ? null : attackJudge.id(),
                config.seed(),
                config.trials(),
                planned.whole().behaviors(),
                planned.whole().trials(),
                versions(),
                new RunDetails(
                        config.recording().mode().name().toLowerCase(Locale.ROOT),
                        resumedFrom,
                        config.shard(),
                        config.earlyStop(),
                        config.attackSettings().options(),
                        followUps()),
                config.judgeCard());
    }

    /** Returns the attacks that say the same as others of this campaign. */
    private Map<String, List<String>> followUps() {
        List<String> ids = config.attacks().stream().map(Attack::id).toList();
        Map<String, List<String>> followUps = new TreeMap<>();
        for (Attack attack : config.attacks()) {
            List<String> bases =
                    ids.stream().filter(attack.followUpOf()::contains).toList();
            if (!bases.isEmpty()) {
                followUps.put(attack.id(), bases);
            }
        }
        return followUps;
    }

    private static Map<String, String> versions() {
        String harmcheck = CampaignStart.class.getPackage().getImplementationVersion();
        return Map.of(
                "harmcheck",
                harmcheck == null ? "development" : harmcheck,
                "java",
                Runtime.version().toString());
    }
}
