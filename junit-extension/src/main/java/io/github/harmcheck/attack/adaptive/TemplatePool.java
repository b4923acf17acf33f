package io.github.harmcheck.attack.adaptive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The templates of a fuzzing run as a forest: seeds are roots, what was made of a template and did better hangs below it.
 * Selects the next template by turns, or by MCTS-Explore (GPTFuzzer, arXiv 2309.10253, section 3.2 and algorithm 2). Used by
 * one thread.
 */
final class TemplatePool {
    private static final double VISITED_A_LITTLE = 0.01;
    private static final double LEVEL_PENALTY = 0.1;

    private final List<Node> all = new ArrayList<>();
    private final List<Node> roots;
    private final Policy policy;
    private final SplittableRandom random;
    private final Deque<Node> path = new ArrayDeque<>();
    private int step;

    /** How the next template is selected. */
    enum Policy {
        ROUND_ROBIN,
        MCTS_EXPLORE
    }

    /** A template with what it led to. */
    static final class Node {
        private final String template;
        private final double score;
        private final int level;
        private final List<Node> children = new ArrayList<>();
        private int visits;
        private double reward;

        private Node(String template, double score, int level) {
            this.template = template;
            this.score = score;
            this.level = level;
        }

        String template() {
            return template;
        }

        /** Returns the score with which it came into the pool; 0 for a seed, which was not tried out. */
        double score() {
            return score;
        }
    }

    /**
     * How MCTS-Explore weighs.
     *
     * @param explore weight of templates seldom selected
     * @param stop chance to stop at a template that has children
     * @param leastReward smallest share of a reward that a deep template passes on
     */
    record Weights(double explore, double stop, double leastReward) {}

    private final Weights weights;

    TemplatePool(List<String> seeds, Policy policy, Weights weights, SplittableRandom random) {
        for (String seed : seeds) {
            all.add(new Node(seed, 0, 0));
        }
        this.roots = List.copyOf(all);
        this.policy = policy;
        this.weights = weights;
        this.random = random;
    }

    /** Selects the next template to change. */
    Node select() {
        step++;
        path.clear();
        if (policy == Policy.ROUND_ROBIN) {
            Node next = all.get((step - 1) % all.size());
            path.push(next);
            return next;
        }
        Node node = first(roots, this::promise);
        visit(node);
        while (!node.children.isEmpty() && random.nextDouble() >= weights.stop()) {
            node = first(node.children, this::promise);
            visit(node);
        }
        return node;
    }

    /** Returns any template, as the second parent of a crossover. */
    Node any() {
        return all.get(random.nextInt(all.size()));
    }

    /**
     * Rewards the templates that led to the selected one.
     *
     * @param score of what was made of it, 0..1
     */
    void reward(double score) {
        Node selected = path.peek();
        double kept = selected == null ? 0 : Math.max(weights.leastReward(), 1 - LEVEL_PENALTY * selected.level);
        path.forEach(node -> node.reward += score * kept);
    }

    /** Adds what did better than the template it was made of. */
    void add(Node parent, Candidate tried, String template) {
        Node child = new Node(template, tried.score(), parent.level + 1);
        parent.children.add(child);
        all.add(child);
    }

    private void visit(Node node) {
        node.visits++;
        path.push(node);
    }

    private double promise(Node node) {
        return node.reward / (node.visits + 1)
                + weights.explore() * Math.sqrt(2 * Math.log(step) / (node.visits + VISITED_A_LITTLE));
    }

    private static Node first(List<Node> nodes, ToDoubleFunction<Node> value) {
        @Nullable Node best = null;
        for (Node node : nodes) {
            if (best == null || value.applyAsDouble(node) > value.applyAsDouble(best)) {
                best = node;
            }
        }
        return java.util.Objects.requireNonNull(best);
    }
}
