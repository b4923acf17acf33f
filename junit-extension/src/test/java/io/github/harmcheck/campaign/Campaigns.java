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
import io.github.harmcheck.llm.TextGenerator;
import io.github.harmcheck.recording.RecordingRun;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.target.AroundAttempt;
import io.github.harmcheck.target.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Small campaigns for the engine's tests: numbered behaviors, scripted attacks, a judge that looks for "Sure". */
final class Campaigns {
    private final Target target;
    private final Path folder;
    private int behaviors = 10;
    private List<Attack> attacks = List.of(attack("direct", 1));
    private Judge judge = Campaigns::sure;
    private List<AroundAttempt> around = List.of();
    private Pace pace = Pace.of(4, Duration.ofSeconds(20));
    private Budget budget = new Budget(100_000, null, null, null, Prices.UNKNOWN);
    private Continuation continuation = Continuation.NONE;
    private @Nullable Duration progress;
    private @Nullable TextGenerator attacker;
    private List<CampaignListener> listeners = List.of();

    private Campaigns(Target target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    static Campaigns of(Target target, Path folder) {
        return new Campaigns(target, folder);
    }

    Campaigns behaviors(int n) {
        behaviors = n;
        return this;
    }

    Campaigns attacks(Attack... values) {
        attacks = List.of(values);
        return this;
    }

    Campaigns judge(Judge value) {
        judge = value;
        return this;
    }

    Campaigns around(AroundAttempt value) {
        around = List.of(value);
        return this;
    }

    Campaigns pace(Pace value) {
        pace = value;
        return this;
    }

    Campaigns budget(Budget value) {
        budget = value;
        return this;
    }

    Campaigns continuation(Continuation value) {
        continuation = value;
        return this;
    }

    Campaigns progress(Duration value) {
        progress = value;
        return this;
    }

    Campaigns attacker(TextGenerator value) {
        attacker = value;
        return this;
    }

    Campaigns listener(CampaignListener value) {
        listeners = List.of(value);
        return this;
    }

    Campaigns maxCalls(long value) {
        return budget(new Budget(value, budget.maxDuration(), null, null, Prices.UNKNOWN));
    }

    Campaigns limits(@Nullable Duration most, Duration call) {
        pace = Pace.of(pace.concurrency(), call);
        return budget(new Budget(budget.maxCalls(), most, null, null, Prices.UNKNOWN));
    }

    CampaignStart start() {
        return new CampaignStart(new CampaignConfig(
                target,
                List.of(dataset(behaviors)),
                attacks,
                new AttackSettings(7, Map.of(), attacker),
                null,
                judge,
                null,
                around,
                Limits.DEFAULT,
                1,
                pace,
                budget,
                continuation,
                null,
                0,
                RecordingRun.live(),
                progress,
                false,
                "example.SomeTest",
                "someMethod",
                listeners,
                folder,
                folder.resolve("reviews.jsonl"),
                null));
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
