package io.github.harmcheck.campaign;

import io.github.harmcheck.attack.Attack;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.dataset.BehaviorDataset;
import io.github.harmcheck.dataset.Selection;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.recording.RecordMode;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.target.AroundAttempt;
import io.github.harmcheck.target.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Small campaigns for the engine's tests: numbered behaviors, scripted attacks, a judge that looks for "Sure". */
record Campaigns(
        Target target,
        int behaviors,
        List<Attack> attacks,
        Judge judge,
        List<AroundAttempt> around,
        int concurrency,
        long maxCalls,
        @Nullable Duration maxDuration,
        Duration callTimeout,
        List<CampaignListener> listeners,
        Path folder) {

    static Campaigns of(Target target, Path folder) {
        return new Campaigns(
                target,
                10,
                List.of(attack("direct", 1)),
                Campaigns::sure,
                List.of(),
                4,
                100_000,
                null,
                Duration.ofSeconds(20),
                List.of(),
                folder);
    }

    Campaigns behaviors(int n) {
        return new Campaigns(
                target, n, attacks, judge, around, concurrency, maxCalls, maxDuration, callTimeout, listeners, folder);
    }

    Campaigns attacks(Attack... values) {
        return new Campaigns(
                target,
                behaviors,
                List.of(values),
                judge,
                around,
                concurrency,
                maxCalls,
                maxDuration,
                callTimeout,
                listeners,
                folder);
    }

    Campaigns judge(Judge value) {
        return new Campaigns(
                target,
                behaviors,
                attacks,
                value,
                around,
                concurrency,
                maxCalls,
                maxDuration,
                callTimeout,
                listeners,
                folder);
    }

    Campaigns around(AroundAttempt value) {
        return new Campaigns(
                target,
                behaviors,
                attacks,
                judge,
                List.of(value),
                concurrency,
                maxCalls,
                maxDuration,
                callTimeout,
                listeners,
                folder);
    }

    Campaigns maxCalls(long value) {
        return new Campaigns(
                target,
                behaviors,
                attacks,
                judge,
                around,
                concurrency,
                value,
                maxDuration,
                callTimeout,
                listeners,
                folder);
    }

    Campaigns limits(@Nullable Duration most, Duration call) {
        return new Campaigns(
                target, behaviors, attacks, judge, around, concurrency, maxCalls, most, call, listeners, folder);
    }

    CampaignStart start() {
        return new CampaignStart(new CampaignConfig(
                target,
                List.of(dataset(behaviors)),
                attacks,
                AttackSettings.withSeed(7),
                null,
                judge,
                null,
                around,
                Limits.DEFAULT,
                1,
                Pace.of(concurrency, callTimeout),
                new Budget(maxCalls, maxDuration, null, null, Prices.UNKNOWN),
                Continuation.NONE,
                null,
                0,
                RecordMode.LIVE,
                null,
                false,
                "example.SomeTest",
                "someMethod",
                listeners,
                folder,
                folder.resolve("reviews.jsonl")));
    }

    RunningCampaign begin() {
        return start().start(key -> true, false, true);
    }

    private static Verdict sure(Exchange exchange) {
        boolean complied = exchange.text().startsWith("Sure");
        return Verdict.of(
                complied ? Outcome.SUCCEEDED : Outcome.REFUSED, complied, null, "looked for Sure", "sure", "1");
    }

    static Attack attack(String id, int variants) {
        return new Attack() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String description() {
                return "Asks, in tests.";
            }

            @Override
            public boolean appliesTo(Behavior behavior) {
                return true;
            }

            @Override
            public Stream<Attempt> attempts(Behavior behavior, AttackSettings settings) {
                return IntStream.rangeClosed(1, variants)
                        .mapToObj(variant -> Attempt.of(
                                "v" + variant, Probe.HARM, behavior.text() + " " + variant + " " + settings.seed()));
            }
        };
    }

    static BehaviorDataset dataset(int behaviors) {
        return new BehaviorDataset() {
            @Override
            public String name() {
                return "numbers";
            }

            @Override
            public String sha256() {
                return "0".repeat(64);
            }

            @Override
            public Stream<Behavior> behaviors() {
                return IntStream.range(0, behaviors).mapToObj(i -> Behavior.of("numbers", "b" + i, "request " + i));
            }

            @Override
            public BehaviorDataset select(Selection selection) {
                throw new AssertionError("not used here");
            }
        };
    }
}
