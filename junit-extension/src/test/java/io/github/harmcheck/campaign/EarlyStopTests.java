package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.harmcheck.attack.Attack;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.internal.Seeds;
import io.github.harmcheck.recording.RecordingRun;
import io.github.harmcheck.result.EarlyEnd;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.result.Shard;
import io.github.harmcheck.stats.LimitDecision;
import io.github.harmcheck.stats.LimitSequence;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlyStopTests {
    private static final int ROUNDS = Integer.getInteger("harmcheck.test.rounds", 400);
    private static final double LEVEL = 0.05;
    private static final int IN_FLIGHT = 64;
    private static final Limits LIMITS = Limits.DEFAULT;

    // ---- whom it lets through

    @Test
    void leavesOutTheTrialsOfADecidedAttackAndOfNoOther() {
        Plan plan = plan(config(1, 200, LIMITS, Campaigns.attack("weak", 1), Campaigns.attack("strong", 1)));
        long weak = 0;
        long strong = 0;
        for (Trial trial : plan.trials()) {
            if (plan.stop.admit(trial)) {
                boolean broken = trial.key().attack().equals("strong");
                weak += broken ? 0 : 1;
                strong += broken ? 1 : 0;
                plan.stop.found(finding(trial, broken ? Outcome.SUCCEEDED : Outcome.REFUSED, true));
            }
        }
        plan.stop.admittedAll();

        assertThat(plan.stop.decided("strong")).isTrue();
        assertThat(plan.stop.decided("weak")).isTrue();
        assertThat(plan.stop.allDecided()).isTrue();
        assertThat(strong).isBetween(3L, 8L);
        assertThat(weak).isBetween(40L, 100L);
        EarlyEnd end = plan.stop.ends().get(1);
        assertThat(end.attack()).isEqualTo("strong");
        assertThat(end.decision()).isEqualTo(LimitDecision.ABOVE);
        assertThat(end.population()).isEqualTo(200);
        assertThat(end.plannedTrials()).isEqualTo(200);
        assertThat(end.savedTrials()).isEqualTo(200 - strong);
        assertThat(end.savedCalls()).isEqualTo(200 - strong);
        assertThat(plan.stop.ends().get(0).decision()).isEqualTo(LimitDecision.WITHIN);
    }

    @Test
    void sharesTheErrorLevelAmongTheAttacks() {
        Plan alone = plan(config(1, 400, LIMITS, Campaigns.attack("a", 1)));
        Plan five = plan(config(1, 400, LIMITS, attacks("a", "b", "c", "d", "e")));
        for (Plan plan : List.of(alone, five)) {
            for (Trial trial : plan.trials()) {
                if (plan.stop.admit(trial)) {
                    plan.stop.found(finding(trial, Outcome.REFUSED, false));
                }
            }
        }
        assertThat(five.stop.ends().get(0).consumed())
                .isGreaterThan(alone.stop.ends().get(0).consumed());
    }

    @Test
    void aSlowReplyHoldsBackThoseBehindIt() {
        Plan plan = plan(config(1, 100, LIMITS, Campaigns.attack("direct", 1)));
        List<Trial> trials = plan.trials();
        trials.forEach(trial -> assertThat(plan.stop.admit(trial)).isTrue());
        plan.stop.admittedAll();
        trials.subList(1, 100).forEach(trial -> plan.stop.found(finding(trial, Outcome.REFUSED, false)));

        assertThat(plan.stop.decided("direct")).isFalse();
        assertThat(plan.stop.ends().get(0).consumed()).isZero();

        plan.stop.found(finding(trials.get(0), Outcome.SUCCEEDED, true));

        assertThat(plan.stop.decided("direct")).isTrue();
        assertThat(plan.stop.ends().get(0).savedTrials()).isZero();
    }

    @Test
    void looksAtABehaviorOnlyWhenAllItsTrialsAreIn() {
        Plan plan = plan(config(1, 3, LIMITS.withMaxAsr(0.5), Campaigns.attack("direct", 3)));
        List<Trial> trials = plan.trials();
        for (Trial trial : trials.subList(0, 3)) {
            plan.stop.admit(trial);
            plan.stop.found(finding(trial, Outcome.REFUSED, false));
        }
        assertThat(plan.stop.ends().get(0).consumed()).isZero();

        plan.stop.admit(trials.get(3));

        assertThat(plan.stop.ends().get(0).consumed()).isEqualTo(1);
    }

    @Test
    void errorsAndUndecidedAreNeverAnArgumentForEither() {
        for (Outcome open : List.of(Outcome.ERROR, Outcome.UNDECIDED, Outcome.SUCCEEDED)) {
            Plan plan = plan(config(1, 300, LIMITS, Campaigns.attack("direct", 1)));
            int[] count = new int[1];
            for (Trial trial : plan.trials()) {
                assertThat(plan.stop.admit(trial)).isTrue();
                Outcome outcome = count[0]++ % 8 == 0 ? open : Outcome.REFUSED;
                plan.stop.found(finding(trial, outcome, false));
            }
            plan.stop.admittedAll();
            assertThat(plan.stop.ends().get(0).decision()).isEqualTo(LimitDecision.OPEN);
        }
    }

    @Test
    void doesNotStopWhereTheGateWouldNotTakeIt() {
        Limits manyBehaviors = new Limits(0.05, 0.01, 150, 0.5, Limits.Bound.POINT);
        assertThat(consumedOfRefusals(manyBehaviors)).isEqualTo(150);
        Limits proof = new Limits(0.05, 0.01, 1, 0.5, Limits.Bound.UPPER);
        assertThat(consumedOfRefusals(proof)).isEqualTo(200);
        assertThat(consumedOfRefusals(LIMITS)).isLessThan(100);
    }

    @Test
    void waitsWithAPassWhileErrorsAreTooMany() {
        Plan plan = plan(config(1, 1_000, LIMITS, Campaigns.attack("direct", 1)));
        int admitted = 0;
        for (Trial trial : plan.trials()) {
            if (plan.stop.admit(trial)) {
                plan.stop.found(
                        finding(trial, admitted == 20 || admitted == 30 ? Outcome.ERROR : Outcome.REFUSED, false));
                admitted++;
            }
        }
        assertThat(plan.stop.ends().get(0).decision()).isEqualTo(LimitDecision.WITHIN);
        assertThat(admitted).isBetween(200, 202);
    }

    @Test
    void theSafeSideIsRunWhole() {
        Attack advice = new Attack() {
            @Override
            public String id() {
                return "question";
            }

            @Override
            public String description() {
                return "Asks from both sides, in tests.";
            }

            @Override
            public boolean appliesTo(Behavior behavior) {
                return true;
            }

            @Override
            public Stream<Attempt> attempts(Behavior behavior, AttackSettings settings) {
                return Stream.of(Side.UNSAFE, Side.SAFE)
                        .map(side -> Attempt.of(
                                side == Side.SAFE ? "safe" : "unsafe",
                                new Probe(Probe.Form.YES_NO, side, List.of(behavior.text())),
                                behavior.text()));
            }
        };
        Plan plan = plan(config(1, 200, LIMITS, advice));
        int safe = 0;
        int unsafe = 0;
        for (Trial trial : plan.trials()) {
            boolean isSafe = trial.attempt().probe().side() == Side.SAFE;
            if (plan.stop.admit(trial)) {
                safe += isSafe ? 1 : 0;
                unsafe += isSafe ? 0 : 1;
                plan.stop.found(finding(trial, isSafe ? Outcome.REFUSED : Outcome.SUCCEEDED, !isSafe));
            }
        }
        assertThat(plan.stop.decided("question")).isTrue();
        assertThat(plan.stop.allDecided()).isFalse();
        assertThat(unsafe).isLessThan(10);
        assertThat(safe).isEqualTo(200);
        assertThat(plan.stop.ends().get(0).plannedTrials()).isEqualTo(200);
        assertThat(plan.stop.ends().get(0).savedTrials()).isEqualTo(200 - unsafe);
    }

    @Test
    void nothingIsLeftOutOfAReferenceOrAPlainRun() {
        CampaignConfig plain = config(1, 10, 0, false, null, LIMITS, Campaigns.attack("direct", 1));
        CampaignConfig reference = config(1, 10, LEVEL, true, null, LIMITS, Campaigns.attack("direct", 1));
        for (CampaignConfig config : List.of(plain, reference)) {
            assertThat(EarlyStop.of(config, new Planner(config).plan())).isEmpty();
        }
    }

    @Test
    void saysWhyATrialWasNotRun() {
        Plan plan = plan(config(1, 20, LIMITS, Campaigns.attack("direct", 1)));
        List<Trial> trials = plan.trials();
        assertThat(plan.stop.whyNotRun(trials.get(19).key())).isEmpty();
        for (Trial trial : trials) {
            if (plan.stop.admit(trial)) {
                plan.stop.found(finding(trial, Outcome.SUCCEEDED, true));
            }
        }
        assertThat(plan.stop.whyNotRun(trials.get(19).key()))
                .get()
                .extracting(Throwable::getMessage)
                .asString()
                .endsWith("/direct/v1/1 was not run: direct was decided after 2 of 20 behaviors (harmcheck.earlyStop)");
    }

    @Test
    void aFindingIsTakenOnceAndOnlyIfAdmitted() {
        Plan plan = plan(config(1, 20, LIMITS, Campaigns.attack("direct", 1)));
        Trial first = plan.trials().get(0);
        assertThatIllegalStateException().isThrownBy(() -> plan.stop.found(finding(first, Outcome.REFUSED, false)));
    }

    @Test
    void threadsMayTellFindingsWhileTrialsAreOffered() throws InterruptedException {
        Plan plan = plan(config(1, 2_000, LIMITS.withMaxAsr(0.2), attacks("a", "b", "c")));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (Trial trial : plan.trials()) {
            if (plan.stop.admit(trial)) {
                Outcome outcome = trial.key().hashCode() % 5 == 0 ? Outcome.SUCCEEDED : Outcome.REFUSED;
                threads.execute(() -> plan.stop.found(finding(trial, outcome, true)));
            }
        }
        plan.stop.admittedAll();
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(plan.stop.ends())
                .allSatisfy(end -> assertThat(end.decision() != LimitDecision.OPEN || end.consumed() == 2_000)
                        .isTrue());
    }

    // ---- the order

    @Test
    void withoutEarlyStopTheOrderIsThatOfTheDataset() {
        CampaignConfig plain = config(1, 30, 0, false, null, LIMITS, Campaigns.attack("direct", 1));
        List<String> behaviors;
        try (Stream<Trial> trials = new Planner(plain).trials()) {
            behaviors = trials.map(trial -> trial.key().behavior()).toList();
        }
        assertThat(behaviors).startsWith("b0", "b1", "b2", "b3").endsWith("b28", "b29");
        List<String> seeded = plan(config(1, 30, LIMITS, Campaigns.attack("direct", 1))).trials().stream()
                .map(trial -> trial.key().behavior())
                .toList();
        assertThat(seeded).containsExactlyInAnyOrderElementsOf(behaviors).isNotEqualTo(behaviors);
        assertThat(plan(config(1, 30, LIMITS, Campaigns.attack("direct", 1))).trials())
                .extracting(trial -> trial.key().behavior())
                .isEqualTo(seeded);
        assertThat(plan(config(2, 30, LIMITS, Campaigns.attack("direct", 1))).trials())
                .extracting(trial -> trial.key().behavior())
                .isNotEqualTo(seeded);
    }

    // ---- simulated campaigns: replies of broken behaviors are slow

    /** 7 of 140 keep a limit of 5 % and 8 break it: nothing is mistaken more easily. */
    @ParameterizedTest(name = "{1} of {0} broken, slow ones {2} times slower")
    @CsvSource({"140, 7, 10", "140, 8, 10", "140, 7, 0.1", "140, 8, 0.1", "1000, 50, 10", "1000, 51, 10"})
    void isWrongAtMostAsOftenAsItSays(int behaviors, int broken, double slower) {
        LimitDecision wrong = broken > 0.05 * behaviors ? LimitDecision.WITHIN : LimitDecision.ABOVE;
        int rounds = behaviors > 500 ? ROUNDS / 8 : ROUNDS;
        int mistakes = 0;
        for (int seed = 0; seed < rounds; seed++) {
            EarlyEnd end = new Simulation(seed, behaviors, broken, slower, IN_FLIGHT).run();
            mistakes += end.decision() == wrong ? 1 : 0;
        }
        assertThat((double) mistakes / rounds)
                .isLessThanOrEqualTo(LEVEL + 3.5 * Math.sqrt(LEVEL * (1 - LEVEL) / rounds));
    }

    /** Twice the limit, read in the order of completion: those that refuse are fast, and pass before the others answer. */
    @Test
    void inTheOrderOfCompletionAnAppThatBreaksTheLimitWouldPassFarTooOften() {
        int passed = 0;
        int passedInSeededOrder = 0;
        int rounds = ROUNDS / 8;
        for (int seed = 0; seed < rounds; seed++) {
            Simulation simulation = new Simulation(seed, 1_000, 100, 30, 2 * IN_FLIGHT);
            passed += simulation.runInOrderOfCompletion() == LimitDecision.WITHIN ? 1 : 0;
            passedInSeededOrder += simulation.run().decision() == LimitDecision.WITHIN ? 1 : 0;
        }
        System.out.printf(
                "twice the limit passes %d of %d times in order of completion, %d in seeded order%n",
                passed, rounds, passedInSeededOrder);
        assertThat((double) passed / rounds).isGreaterThan(3 * LEVEL);
        assertThat((double) passedInSeededOrder / rounds).isLessThanOrEqualTo(LEVEL);
    }

    /** Calls under way when the decision falls are made all the same, so that more calls in flight save fewer. */
    @ParameterizedTest(name = "{1} of {0} broken: at least half of the calls saved")
    @CsvSource({"140, 14, 4", "1000, 100, 32", "1000, 25, 32"})
    void savesAtLeastHalfOfTheCalls(int behaviors, int broken, int inFlight) {
        double saved = 0;
        int rounds = behaviors > 500 ? ROUNDS / 8 : ROUNDS;
        for (int seed = 0; seed < rounds; seed++) {
            saved += new Simulation(seed, behaviors, broken, 1, inFlight).run().savedCalls();
        }
        double share = saved / rounds / behaviors;
        System.out.printf(
                "%d of %d broken, %d in flight: %.1f %% of the calls saved%n",
                broken, behaviors, inFlight, 100 * share);
        assertThat(share).isGreaterThanOrEqualTo(0.5);
    }

    /** A campaign on a clock of its own: so many calls at a time, the next begins when one has ended. */
    private static final class Simulation {
        private final Plan plan;
        private final SplittableRandom random;
        private final Set<String> weak = new HashSet<>();
        private final int behaviors;
        private final double slower;
        private final int inFlight;

        Simulation(int seed, int behaviors, int broken, double slower, int inFlight) {
            this.plan = plan(config(seed, behaviors, LIMITS, Campaigns.attack("direct", 1)));
            this.random = Seeds.random(seed, "simulated replies");
            this.behaviors = behaviors;
            this.slower = slower;
            this.inFlight = inFlight;
            while (weak.size() < broken) {
                weak.add("b" + random.nextInt(behaviors));
            }
        }

        EarlyEnd run() {
            run(plan.stop::admit, plan.stop::allDecided, reply -> plan.stop.found(reply.finding()));
            return plan.stop.ends().get(0);
        }

        LimitDecision runInOrderOfCompletion() {
            LimitSequence sequence = new LimitSequence(behaviors, 0.05, LEVEL);
            run(any -> true, () -> sequence.decision() != LimitDecision.OPEN, reply -> {
                double value = reply.complies() ? 1 : 0;
                sequence.add(value, value);
            });
            return sequence.decision();
        }

        private void run(Predicate<Trial> admit, BooleanSupplier enough, Consumer<Reply> completed) {
            PriorityQueue<Reply> calls = new PriorityQueue<>(Comparator.comparingDouble(Reply::time));
            Iterator<Trial> trials = plan.trials().iterator();
            double now = 0;
            while (true) {
                while (calls.size() < inFlight && trials.hasNext() && !enough.getAsBoolean()) {
                    Trial trial = trials.next();
                    if (admit.test(trial)) {
                        boolean complies = weak.contains(trial.key().behavior());
                        double took = -Math.log(1 - random.nextDouble()) * (complies ? slower : 1);
                        calls.add(new Reply(now + took, trial, complies));
                    }
                }
                if (!trials.hasNext()) {
                    plan.stop.admittedAll();
                }
                Reply next = calls.poll();
                if (next == null) {
                    return;
                }
                now = next.time();
                completed.accept(next);
            }
        }
    }

    private record Reply(double time, Trial trial, boolean complies) {
        Finding finding() {
            return EarlyStopTests.finding(trial, complies ? Outcome.SUCCEEDED : Outcome.REFUSED, complies);
        }
    }

    private static int consumedOfRefusals(Limits limits) {
        Plan plan = plan(config(1, 200, limits, Campaigns.attack("direct", 1)));
        for (Trial trial : plan.trials()) {
            if (plan.stop.admit(trial)) {
                plan.stop.found(finding(trial, Outcome.REFUSED, false));
            }
        }
        plan.stop.admittedAll();
        return plan.stop.ends().get(0).consumed();
    }

    private record Plan(EarlyStop stop, List<Trial> trials) {}

    private static Plan plan(CampaignConfig config) {
        Planner planner = new Planner(config);
        try (Stream<Trial> trials = planner.trials()) {
            return new Plan(EarlyStop.of(config, planner.plan()).orElseThrow(), trials.toList());
        }
    }

    private static Attack[] attacks(String... ids) {
        return Stream.of(ids).map(id -> Campaigns.attack(id, 1)).toArray(Attack[]::new);
    }

    private static CampaignConfig config(long seed, int behaviors, Limits limits, Attack... attacks) {
        return config(seed, behaviors, LEVEL, false, null, limits, attacks);
    }

    private static CampaignConfig config(
            long seed,
            int behaviors,
            double earlyStop,
            boolean reference,
            @Nullable Shard shard,
            Limits limits,
            Attack... attacks) {
        return new CampaignConfig(
                null,
                List.of(Campaigns.dataset(behaviors)),
                new ArrayList<>(List.of(attacks)),
                AttackSettings.withSeed(seed),
                null,
                exchange -> Verdict.of(Outcome.REFUSED, false, null, "", "none", "1"),
                null,
                List.of(),
                limits,
                1,
                Pace.of(4, Duration.ofSeconds(20)),
                new Budget(100_000, null, null, null, Prices.UNKNOWN),
                Continuation.NONE,
                shard,
                earlyStop,
                RecordingRun.live(),
                null,
                reference,
                null,
                null,
                List.of(),
                Path.of("unused"),
                Path.of("unused"),
                null);
    }

    private static Finding finding(Trial trial, Outcome outcome, boolean confirmed) {
        return new Finding(
                trial.key(),
                "app",
                trial.behavior().text(),
                trial.behavior().functionalCategory(),
                trial.behavior().semanticCategory(),
                List.of(),
                trial.attempt().probe(),
                List.of(),
                List.of(),
                null,
                Verdict.of(outcome, confirmed && outcome == Outcome.SUCCEEDED, null, "", "test", "1"),
                outcome == Outcome.ERROR ? "failed" : null,
                Instant.EPOCH,
                Duration.ZERO,
                1,
                Usage.NONE,
                Usage.NONE,
                null);
    }
}
