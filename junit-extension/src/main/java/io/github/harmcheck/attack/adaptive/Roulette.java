package io.github.harmcheck.attack.adaptive;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Draws by score, with softmax weights. */
final class Roulette {
    private Roulette() {}

    /**
     * Draws without replacement.
     *
     * @param score 0..1
     * @param sharpness 0 draws evenly; a score better by {@code 1/sharpness} is drawn e times as often
     * @return indices, at most {@code count}, in the order drawn
     */
    static <T> List<Integer> draw(
            List<T> from, ToDoubleFunction<T> score, double sharpness, int count, SplittableRandom random) {
        List<Integer> left = new ArrayList<>();
        for (int index = 0; index < from.size(); index++) {
            left.add(index);
        }
        List<Integer> drawn = new ArrayList<>();
        while (drawn.size() < count && !left.isEmpty()) {
            drawn.add(left.remove(one(left, from, score, sharpness, random)));
        }
        return drawn;
    }

    private static <T> int one(
            List<Integer> left, List<T> from, ToDoubleFunction<T> score, double sharpness, SplittableRandom random) {
        double[] sums = new double[left.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            // Scores are at most 1, so no weight overflows.
            sum += Math.exp(sharpness * (score.applyAsDouble(from.get(left.get(i))) - 1));
            sums[i] = sum;
        }
        double point = random.nextDouble() * sum;
        for (int i = 0; i < sums.length; i++) {
            if (point < sums[i]) {
                return i;
            }
        }
        return sums.length - 1;
    }
}
