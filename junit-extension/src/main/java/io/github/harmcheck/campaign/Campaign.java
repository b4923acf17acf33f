package io.github.harmcheck.campaign;

import io.github.harmcheck.attack.Attack;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Attacks;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.dataset.BehaviorDataset;
import io.github.harmcheck.internal.Secrets;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.judge.Judges;
import io.github.harmcheck.llm.TextGenerator;
import io.github.harmcheck.recording.RecordingRun;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.result.Shard;
import io.github.harmcheck.target.AroundAttempt;
import io.github.harmcheck.target.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Datasets x attacks against one target with one judge.
 *
 * <pre>{@code
 * CampaignResult result = Campaign.against(Targets.of(app::chat))
 *         .behaviors(Datasets.load("core"))
 *         .attacks("direct", "encodings")
 *         .run();
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Campaign {
    private Campaign() {}

    /** Starts a campaign against a target. */
    public static Builder against(Target target) {
        return new Builder(target);
    }

    /** Starts a campaign without a target, which can only be planned. */
    public static Builder withoutTarget() {
        return new Builder(null);
    }

    /** Collects what a campaign is. Not thread-safe. What is not set comes from {@link Settings}. */
    public static final class Builder {
        private final @Nullable Target target;
        private Settings settings = Settings.fromSystem();
        private final List<BehaviorDataset> datasets = new ArrayList<>();
        private final List<String> attacks = new ArrayList<>();
        private final Map<String, String> attackOptions = new LinkedHashMap<>();
        private final List<AroundAttempt> around = new ArrayList<>();
        private final List<CampaignListener> listeners = new ArrayList<>();
        private @Nullable Integer variants;
        private @Nullable TextGenerator attacker;
        private @Nullable TextGenerator translator;
        private @Nullable Judge judge;
        private @Nullable Judge attackJudge;
        private @Nullable Limits limits;
        private @Nullable Integer trials;
        private @Nullable Long seed;
        private @Nullable Integer concurrency;
        private @Nullable Long maxCalls;
        private @Nullable Integer maxCallsPerBehavior;
        private @Nullable Duration maxDuration;
        private @Nullable Duration callTimeout;
        private @Nullable Double earlyStop;
        private @Nullable Shard shard;
        private @Nullable String testClass;
        private @Nullable String testMethod;
        private @Nullable Path findingsFolder;
        private boolean reference;

        private Builder(@Nullable Target target) {
            this.target = target;
        }

        /** Sets where defaults come from; system properties and environment unless set. */
        public Builder settings(Settings value) {
            settings = value;
            return this;
        }

        /** Adds datasets. */
        public Builder behaviors(BehaviorDataset... values) {
            datasets.addAll(List.of(values));
            return this;
        }

        /** Adds attacks and groups by id; {@code direct} where none is added. */
        public Builder attacks(String... idsAndGroups) {
            attacks.addAll(List.of(idsAndGroups));
            return this;
        }

        /** Sets an attack's own setting, for example {@code human-jailbreaks.templates}. */
        public Builder attackOption(String name, String value) {
            attackOptions.put(name, value);
            return this;
        }

        /** Takes at most this many variants of each attack for each behavior, drawn by seed; all unless set. */
        public Builder variants(int most) {
            variants = atLeastOne("variants", most);
            return this;
        }

        /** Sets the model that writes for the attacker; only attacks that say so need one. */
        public Builder attacker(TextGenerator value) {
            attacker = value;
            return this;
        }

        /** Sets the model that translates for attacks in other languages; the attacker unless set. */
        public Builder translator(TextGenerator value) {
            translator = value;
            return this;
        }

        /** Sets the verdict judge; {@link Judges#offline()} unless set. */
        public Builder judge(Judge value) {
            judge = value;
            return this;
        }

        /**
         * Sets the judge that adaptive attacks score with; another one than the verdict judge. Where none is set, the offline
         * judge scores; where that one decides too, attacks that need an attack judge end as ERROR.
         */
        public Builder attackJudge(Judge value) {
            attackJudge = value;
            return this;
        }

        /** Adds a hook around each attempt. */
        public Builder around(AroundAttempt value) {
            around.add(value);
            return this;
        }

        /** Sets what the gate allows. */
        public Builder limits(Limits value) {
            limits = value;
            return this;
        }

        /** Sets the repetitions of each attempt. */
        public Builder trials(int value) {
            trials = atLeastOne("trials", value);
            return this;
        }

        /** Sets the seed of everything drawn. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** Sets how many trials talk to the target's endpoint at a time. */
        public Builder concurrency(int value) {
            concurrency = atLeastOne("concurrency", value);
            return this;
        }

        /** Sets how many calls to the target the plan may need. */
        public Builder maxCalls(long value) {
            maxCalls = value;
            return this;
        }

        /**
         * Sets how many calls to the target one attack may make for one behavior, in each trial: an attack that searches
         * searches less, of others fewer variants are drawn by seed. Not limited unless set.
         */
        public Builder maxCallsPerBehavior(int value) {
            maxCallsPerBehavior = atLeastOne("maxCallsPerBehavior", value);
            return this;
        }

        /** Sets how long the campaign may take; a campaign that is cut off is inconclusive. */
        public Builder maxDuration(Duration value) {
            maxDuration = value;
            return this;
        }

        /** Sets how long one reply may take. */
        public Builder callTimeout(Duration value) {
            callTimeout = value;
            return this;
        }

        /**
         * Stops as soon as the gate's decision is certain, with at most this chance of a wrong one, 0 to 0.5; 0 runs the
         * whole plan. The chance is split between the attacks.
         */
        public Builder earlyStop(double errorLevel) {
            if (!(errorLevel >= 0 && errorLevel <= 0.5)) {
                throw new CampaignException("earlyStop is an error level from 0 to 0.5, was " + errorLevel);
            }
            earlyStop = errorLevel;
            return this;
        }

        /** Runs only this part of the plan, whatever settings and environment say; {@code 1/1} is all of it. */
        public Builder shard(Shard value) {
            shard = value;
            return this;
        }

        /** Marks the target as measured and compared, not gated. */
        public Builder reference(boolean value) {
            reference = value;
            return this;
        }

        /** Records which test the campaign belongs to. */
        public Builder test(String className, String methodName) {
            testClass = className;
            testMethod = methodName;
            return this;
        }

        /** Adds a listener. */
        public Builder listener(CampaignListener value) {
            listeners.add(value);
            return this;
        }

        /** Sets the folder of the journals; {@code target/harmcheck/findings} unless set. */
        public Builder findingsFolder(Path value) {
            findingsFolder = value;
            return this;
        }

        /**
         * Returns what the campaign will do, without a call.
         *
         * @throws CampaignException where the configuration is wrong
         */
        public Plan plan() {
            return new CampaignStart(config()).plan();
        }

        /**
         * Runs the campaign to its end.
         *
         * @throws CampaignException where the plan needs more than {@code maxCalls} or the configuration is wrong
         */
        public CampaignResult run() throws InterruptedException {
            try (RunningCampaign running = new CampaignStart(config()).start(key -> true, false, false)) {
                try {
                    return running.finish();
                } catch (InterruptedException e) {
                    running.stop("the thread that ran it was interrupted");
                    throw e;
                }
            }
        }

        /** Starts all trials of the plan; their findings can be awaited one by one. */
        public RunningCampaign start() {
            return new CampaignStart(config()).start(key -> true, false, true);
        }

        /** Starts only some trials of the plan; the journal is marked partial and never stands for a full run. */
        public RunningCampaign startPartial(Predicate<AttemptKey> only) {
            return new CampaignStart(config()).start(only, true, true);
        }

        /** Writes the journal of a campaign that could not begin, so that the gate sees it; makes no plan. */
        public CampaignResult abort(String reason) {
            return new CampaignStart(config(List.of())).abort(reason);
        }

        private CampaignConfig config() {
            return config(Attacks.named(attacks.isEmpty() ? List.of("direct") : attacks));
        }

        private CampaignConfig config(List<Attack> named) {
            Settings from = settings;
            Secrets.declare(from.secrets());
            RecordingRun recording = RecordingRun.of(from.mode(), from.recordings());
            AttackSettings attackSettings = new AttackSettings(
                    seed == null ? from.seed() : seed,
                    attackOptions,
                    attacker == null ? null : recording.attacker(attacker),
                    translator == null ? null : recording.attacker(translator),
                    maxCallsPerBehavior == null ? from.maxCallsPerBehavior().orElse(null) : maxCallsPerBehavior);
            Judge verdictJudge = judge == null ? Judges.offline() : judge;
            Judge scorer = attackJudge == null ? Needs.defaultAttackJudge(named, verdictJudge) : attackJudge;
            Duration longest = maxDuration == null ? from.maxDuration().orElse(null) : maxDuration;
            return new CampaignConfig(
                    target == null ? null : recording.target(target),
                    datasets,
                    named,
                    attackSettings,
                    variants,
                    recording.judge(verdictJudge),
                    scorer == null ? null : recording.judge(scorer),
                    around,
                    limits == null ? from.limits() : limits,
                    trials == null ? from.trials() : trials,
                    new Pace(
                            concurrency == null ? from.concurrency() : concurrency,
                            from.requestsPerMinute().orElse(null),
                            from.tokensPerMinute().orElse(null),
                            from.maxRetries(),
                            callTimeout == null ? from.callTimeout() : callTimeout),
                    new Budget(
                            maxCalls == null ? from.maxCalls() : maxCalls,
                            longest,
                            from.maxTokens().orElse(null),
                            from.maxCost().orElse(null),
                            from.prices()),
                    new Continuation(from.resume(), from.retryErrors()),
                    shard == null ? from.heedShard() : shard.count() == 1 ? null : shard,
                    earlyStop == null ? from.earlyStop() : earlyStop,
                    recording,
                    from.progress().orElse(null),
                    reference,
                    testClass,
                    testMethod,
                    listeners,
                    findingsFolder == null ? from.output().resolve("findings") : findingsFolder,
                    from.reviews(),
                    KnownCards.find(verdictJudge, from.judgeCards()));
        }

        private static int atLeastOne(String name, int value) {
            if (value < 1) {
                throw new CampaignException(name + " is at least 1, was " + value);
            }
            return value;
        }
    }
}
