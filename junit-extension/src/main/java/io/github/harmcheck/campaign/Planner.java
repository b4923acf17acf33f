package io.github.harmcheck.campaign;

import io.github.harmcheck.attack.Attack;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.dataset.BehaviorDataset;
import io.github.harmcheck.internal.Hashes;
import io.github.harmcheck.internal.Seeds;
import io.github.harmcheck.result.CampaignHeader.DatasetRef;
import io.github.harmcheck.result.SeededOrder;
import io.github.harmcheck.result.Shard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes the trials of a campaign, always the same ones in the same order, as a stream: they are counted once for the
 * plan and made again for the run, so that a plan of any size fits in memory.
 */
final class Planner {
    private final CampaignConfig config;

    Planner(CampaignConfig config) {
        this.config = config;
    }

    /**
     * Streams all trials of this shard, dataset by dataset, behavior by behavior, attack by attack; where the campaign may
     * stop early, behaviors of all datasets in {@link SeededOrder}. The caller closes the stream.
     */
    Stream<Trial> trials() {
        return behaviors().filter(this::isOurs).flatMap(this::trials);
    }

    /** Streams the behaviors; where the campaign may stop early, all are read to be put into seeded order. */
    private Stream<Behavior> behaviors() {
        Stream<Behavior> behaviors = config.datasets().stream().flatMap(BehaviorDataset::behaviors);
        return config.earlyStop() > 0
                ? behaviors.sorted(new SeededOrder(config.seed()).by(Behavior::dataset, Behavior::id))
                : behaviors;
    }

    private boolean isOurs(Behavior behavior) {
        Shard shard = config.shard();
        return shard == null || shard.holds(behavior.dataset(), behavior.id());
    }

    private Stream<Trial> trials(Behavior behavior) {
        return config.attacks().stream()
                .filter(attack -> attack.appliesTo(behavior))
                .flatMap(attack -> attempts(attack, behavior)
                        .flatMap(attempt -> IntStream.rangeClosed(1, config.trials())
                                .mapToObj(trial -> new Trial(
                                        new AttemptKey(
                                                behavior.dataset(),
                                                behavior.id(),
                                                attack.id(),
                                                attempt.variant(),
                                                trial),
                                        behavior,
                                        attempt))));
    }

    private Stream<Attempt> attempts(Attack attack, Behavior behavior) {
        Stream<Attempt> all = attack.attempts(behavior, config.attackSettings());
        Integer most = config.variants();
        Integer mostCalls = config.attackSettings().maxCallsPerBehavior();
        if (most == null && mostCalls == null) {
            return all;
        }
        List<Attempt> drawn = all.toList();
        if (most != null) {
            drawn = draw(drawn, most, attack, behavior);
        }
        return (mostCalls == null ? drawn : affordable(drawn, mostCalls, attack, behavior)).stream();
    }

    /** Draws as many variants by seed as the calls allow, and says so where they do not allow one. */
    private List<Attempt> affordable(List<Attempt> all, int mostCalls, Attack attack, Behavior behavior) {
        int costliest = 1;
        long sum = 0;
        for (Attempt attempt : all) {
            costliest = Math.max(costliest, attempt.maxCalls().target());
            sum += attempt.maxCalls().target();
        }
        if (costliest > mostCalls) {
            throw new CampaignException(
                    "harmcheck.maxCallsPerBehavior is " + mostCalls + ", but one attempt of the attack " + attack.id()
                            + " needs " + costliest + " calls: set it to " + costliest + " or more");
        }
        return sum <= mostCalls ? all : draw(all, mostCalls / costliest, attack, behavior);
    }

    /** Draws variants by seed and keeps their order. */
    private List<Attempt> draw(List<Attempt> all, int most, Attack attack, Behavior behavior) {
        if (all.size() <= most) {
            return all;
        }
        SplittableRandom random =
                Seeds.random(config.seed(), "variants", behavior.dataset(), behavior.id(), attack.id());
        List<Attempt> drawn = new ArrayList<>(most);
        int wanted = most;
        for (int i = 0; i < all.size(); i++) {
            if (random.nextInt(all.size() - i) < wanted) {
                drawn.add(all.get(i));
                wanted--;
            }
        }
        return drawn;
    }

    /**
     * Counts the trials and hashes what decides them. The hash is over the whole plan, so that all shards of a campaign
     * agree on it.
     */
    Planned plan() {
        Part part = new Part(config.attacks());
        Part whole = config.shard() == null ? part : new Part(config.attacks());
        Map<String, Set<String>> byDataset = new LinkedHashMap<>();
        config.datasets().forEach(dataset -> byDataset.put(dataset.name(), new HashSet<>()));
        List<String> identity = new ArrayList<>();
        long[] hash = new long[1];
        try (Stream<Behavior> behaviors = behaviors()) {
            behaviors.forEach(behavior -> {
                boolean ours = isOurs(behavior);
                String key = behavior.dataset() + "/" + behavior.id();
                trials(behavior).forEach(trial -> {
                    whole.add(key, trial);
                    if (ours && part != whole) {
                        part.add(key, trial);
                    }
                    byDataset
                            .computeIfAbsent(behavior.dataset(), name -> new HashSet<>())
                            .add(behavior.id());
                    hash[0] = hash[0] * 1_000_003 + trial.key().id().hashCode();
                });
            });
        }
        for (BehaviorDataset dataset : config.datasets()) {
            identity.add(dataset.name());
            identity.add(dataset.sha256());
        }
        identity.add(Long.toHexString(hash[0]));
        identity.add(Long.toString(config.seed()));
        config.attackSettings().options().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(option -> identity.add(option.getKey() + "=" + option.getValue()));
        config.attackSettings().attacker().ifPresent(model -> identity.add("attacker=" + model.id()));
        config.attackSettings().translator().ifPresent(model -> identity.add("translator=" + model.id()));
        if (config.attackJudge() != null) {
            identity.add("attackJudge=" + config.attackJudge().id() + " "
                    + config.attackJudge().version());
        }
        if (config.attackSettings().maxCallsPerBehavior() != null) {
            identity.add("maxCallsPerBehavior=" + config.attackSettings().maxCallsPerBehavior());
        }
        identity.add(config.judge().id());
        identity.add(config.judge().version());
        if (config.earlyStop() > 0) {
            identity.add("earlyStop=" + config.earlyStop() + " at " + config.limits());
        }
        List<DatasetRef> datasets = config.datasets().stream()
                .map(dataset -> new DatasetRef(
                        dataset.name(),
                        dataset.sha256(),
                        byDataset.getOrDefault(dataset.name(), Set.of()).size()))
                .toList();
        return new Planned(part, whole, datasets, Hashes.sha256(identity));
    }

    /**
     * What planning found.
     *
     * @param part what this run makes
     * @param whole what all shards make together; the same where the plan is not split
     */
    record Planned(Part part, Part whole, List<DatasetRef> datasets, String configHash) {
        /** No plan at all. */
        static final Planned NOTHING = new Planned(new Part(List.of()), new Part(List.of()), List.of(), "");

        Map<String, Size> sizes() {
            return part.sizes;
        }

        int behaviors() {
            return part.behaviors();
        }

        long trials() {
            return part.trials();
        }

        Calls calls() {
            return part.calls();
        }
    }

    /** Counts of some trials. */
    static final class Part {
        private final Map<String, Size> sizes = new LinkedHashMap<>();
        private final Set<String> behaviors = new HashSet<>();

        Part(List<Attack> attacks) {
            attacks.forEach(attack -> sizes.put(attack.id(), new Size()));
        }

        void add(String behavior, Trial trial) {
            sizes.computeIfAbsent(trial.key().attack(), id -> new Size()).add(behavior, trial);
            behaviors.add(behavior);
        }

        Map<String, Size> sizes() {
            return sizes;
        }

        int behaviors() {
            return behaviors.size();
        }

        long trials() {
            return sizes.values().stream().mapToLong(size -> size.trials).sum();
        }

        long trials(String attack) {
            Size size = sizes.get(attack);
            return size == null ? 0 : size.trials;
        }

        Calls calls() {
            return new Calls(
                    sizes.values().stream().mapToLong(size -> size.target).sum(),
                    sizes.values().stream().mapToLong(size -> size.attacker).sum(),
                    sizes.values().stream().mapToLong(size -> size.judge).sum());
        }
    }

    /** Calls by role, in total. */
    record Calls(long target, long attacker, long judge) {}

    /** Counts of one attack. */
    static final class Size {
        private final Set<String> behaviors = new HashSet<>();
        private final Set<String> unsafeBehaviors = new HashSet<>();
        private long trials;
        private long unsafeTrials;
        private long unsafeCalls;
        private long target;
        private long attacker;
        private long judge;

        void add(String behavior, Trial trial) {
            behaviors.add(behavior);
            Probe probe = trial.attempt().probe();
            Attempt.Calls calls = trial.attempt().maxCalls();
            if (probe.side() == Side.UNSAFE) {
                unsafeBehaviors.add(behavior);
                unsafeTrials++;
                unsafeCalls += calls.target();
            }
            trials++;
            target += calls.target();
            attacker += calls.attacker();
            judge += calls.judge();
        }

        int behaviors() {
            return behaviors.size();
        }

        int unsafeBehaviors() {
            return unsafeBehaviors.size();
        }

        long trials() {
            return trials;
        }

        long unsafeTrials() {
            return unsafeTrials;
        }

        /** Returns the most calls to the target that the trials of the UNSAFE side may need. */
        long unsafeCalls() {
            return unsafeCalls;
        }
    }
}
