package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackNeed;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.attack.frame.HumanJailbreaksAttack;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Breeds jailbreak templates: elites live on, parents are drawn by score, their sentences cross over, a model rewrites a few.
 * AutoDAN-HGA, Liu et al. 2023 (arXiv 2310.04451, section 3 and algorithm 1), with HarmBench's settings (arXiv 2402.04249,
 * appendix C.1). One variant, {@code best}.
 *
 * <p>A black-box variant: the paper's fitness is the loss of the target's weights on a compliant beginning, here it is the
 * attack judge's score, and each prompt of a population that is new costs a call to the app. The first population is the
 * templates of {@code human-jailbreaks}, rewritten by the model up to {@code batch}. On the lower level of the hierarchy the
 * paper exchanges words for synonyms with a better record; without a thesaurus, whole sentences with a better record take
 * the place of worse ones. Its two levels take turns as in the reference code: every {@code interval} steps the upper one,
 * else the lower one.
 *
 * @since 0.1.0
 */
public final class AutoDanAttack extends AdaptiveAttack {
    private static final Setting STEPS = Setting.whole("steps", 100, 1, "populations");
    private static final Setting BATCH = Setting.whole("batch", 64, 2, "templates of a population");
    private static final Setting ELITES = Setting.number("elites", 0.1, 0, 1, "share of the best that live on");
    private static final Setting CROSSOVER =
            Setting.number("crossover", 0.5, 0, 1, "chance that two parents cross over, or a sentence is replaced");
    private static final Setting POINTS = Setting.whole("points", 5, 1, "places where sentences cross over");
    private static final Setting MUTATION = Setting.number("mutation", 0.01, 0, 1, "chance that a child is rewritten");
    private static final Setting INTERVAL =
            Setting.whole("interval", 5, 1, "steps from one breeding of parents to the next");
    private static final Setting CUTOFF = Setting.number("cutoff", 10, 1, 10, "rating from which the search stops");
    private static final Setting TEMPERATURE = Setting.temperature(1.0);
    private static final Setting MAX_TOKENS = Setting.maxTokens(1024);
    private static final Setting RETRIES = Setting.retries(50);

    /** For the service loader. */
    public AutoDanAttack() {
        super(
                "autodan",
                "AutoDAN",
                "Breeds jailbreak templates by score, a hierarchical genetic search "
                        + "(AutoDAN, Liu et al. 2023, arXiv 2310.04451; black box).",
                "Liu et al. 2023, arXiv 2310.04451, section 3",
                AttackKind.BLACK_BOX_VARIANT,
                Set.of(AttackNeed.ATTACKER, AttackNeed.ATTACK_JUDGE),
                STEPS,
                BATCH,
                ELITES,
                CROSSOVER,
                POINTS,
                MUTATION,
                INTERVAL,
                CUTOFF,
                TEMPERATURE,
                MAX_TOKENS,
                RETRIES);
    }

    @Override
    Stream<Attempt> attempts(Behavior behavior, Tuned tuned) {
        long planned = (long) tuned.whole(STEPS) * tuned.whole(BATCH);
        int tries = tuned.tries((int) Math.min(planned, 1_000_000));
        int asks = tuned.whole(BATCH) + mutations(tuned) + tuned.whole(RETRIES);
        return Stream.of(new AdaptiveAttempt(
                "best",
                true,
                new Attempt.Calls(tries + 1, asks, tries),
                dialogue -> new Breeding(behavior, tuned, dialogue, tries, asks).run()));
    }

    /** Returns how many children may be rewritten: twice what is to be expected, so that the plan has a bound. */
    private static int mutations(Tuned tuned) {
        return (int) Math.ceil(2 * tuned.number(MUTATION) * tuned.whole(BATCH)) * tuned.whole(STEPS);
    }

    /** One run of the algorithm. */
    private final class Breeding {
        private final Behavior behavior;
        private final Tuned tuned;
        private final int tries;
        private final Attacker attacker;
        private final Sampling sampling;
        private final SplittableRandom random;
        private final Search search;
        private final Map<String, Candidate> known = new HashMap<>();
        private final Sentences sentences = new Sentences();
        private int mutationsLeft;

        Breeding(Behavior behavior, Tuned tuned, Dialogue dialogue, int tries, int asks) throws AttackerException {
            this.behavior = behavior;
            this.tuned = tuned;
            this.tries = tries;
            this.attacker = Attacker.of(tuned.settings(), id(), dialogue, asks);
            this.sampling = Sampling.of(tuned.number(TEMPERATURE), tuned.whole(MAX_TOKENS));
            this.random = tuned.random(behavior, "best");
            this.search = new Search(behavior, dialogue, tries);
            this.mutationsLeft = mutations(tuned);
        }

        List<Message> run() throws Exception {
            List<String> population = firstPopulation();
            for (int step = 0; step < tuned.whole(STEPS); step++) {
                List<Candidate> tried = tryOut(population);
                if (tried.size() < population.size() || search.best().reaches(tuned.number(CUTOFF))) {
                    break;
                }
                population = next(population, tried, step);
            }
            return search.turns();
        }

        private List<String> firstPopulation() throws Exception {
            List<String> seeds = HumanJailbreaksAttack.templatesAround(TemplateMutator.REQUEST, tuned.settings());
            int size = Math.min(tuned.whole(BATCH), tries);
            List<String> population = new ArrayList<>(seeds.subList(0, Math.min(seeds.size(), size)));
            for (int i = 0; population.size() < size; i++) {
                population.add(rewrite(seeds.get(i % seeds.size())));
            }
            return population;
        }

        /** Tries out a population until one is good enough or no call is left; what is known is not tried out again. */
        private List<Candidate> tryOut(List<String> population) throws Exception {
            List<Candidate> tried = new ArrayList<>();
            for (String template : population) {
                Candidate candidate = known.get(template);
                if (candidate == null) {
                    if (search.isOver()) {
                        break;
                    }
                    candidate = search.attempt(TemplateMutator.fill(template, behavior.text()));
                    known.put(template, candidate);
                }
                tried.add(candidate);
                if (candidate.reaches(tuned.number(CUTOFF))) {
                    break;
                }
            }
            return tried;
        }

        private List<String> next(List<String> population, List<Candidate> tried, int step) throws Exception {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < population.size(); i++) {
                order.add(i);
            }
            order.sort(Comparator.comparingDouble((Integer i) -> tried.get(i).score())
                    .reversed());
            int elites = Math.max(1, (int) (tuned.number(ELITES) * population.size()));
            List<String> next = new ArrayList<>();
            order.subList(0, Math.min(elites, order.size())).forEach(i -> next.add(population.get(i)));
            List<String> children = new ArrayList<>();
            while (children.size() < population.size() - next.size()) {
                children.add(population.get(
                        Roulette.draw(tried, Candidate::score, 1, 1, random).get(0)));
            }
            sentences.learn(population, tried);
            next.addAll(mutated(step % tuned.whole(INTERVAL) == 0 ? crossed(children) : replaced(children)));
            return next;
        }

        /** The upper level: parents in pairs exchange runs of sentences. */
        private List<String> crossed(List<String> parents) {
            List<String> children = new ArrayList<>(parents);
            for (int i = 0; i + 1 < children.size(); i += 2) {
                if (random.nextDouble() < tuned.number(CROSSOVER)) {
                    List<String> pair =
                            Sentences.cross(children.get(i), children.get(i + 1), tuned.whole(POINTS), random);
                    children.set(i, pair.get(0));
                    children.set(i + 1, pair.get(1));
                }
            }
            return children;
        }

        /** The lower level: sentences with a better record take the place of worse ones. */
        private List<String> replaced(List<String> parents) {
            return parents.stream()
                    .map(parent -> sentences.improve(parent, tuned.number(CROSSOVER), random))
                    .toList();
        }

        private List<String> mutated(List<String> children) throws Exception {
            List<String> mutated = new ArrayList<>();
            for (String child : children) {
                boolean chosen = random.nextDouble() < tuned.number(MUTATION) && mutationsLeft > 0;
                mutationsLeft -= chosen ? 1 : 0;
                mutated.add(chosen ? rewrite(child) : child);
            }
            return mutated;
        }

        private String rewrite(String template) throws Exception {
            return TemplateMutator.rewritten("autodan-rewrite", template, attacker, sampling);
        }
    }
}
