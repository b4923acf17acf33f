package io.github.harmcheck.judge;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * Fits the offline judge's model: a linear support vector machine with squared hinge loss, whose solver uses no function
 * that differs between machines, so that the same examples in the same order give the same weights bit for bit.
 */
final class OfflineModelTraining {

    static final String VERSION = "1";

    /**
     * Chosen on predictions for sources that were left out of training: see the card's {@code howChosen}.
     */
    static final ModelThresholds THRESHOLDS =
            new ModelThresholds(4f, -0.35f, 1.7f, -0.05f, 1.95f, -0.6f, -0.3f, -0.6f, 2.8f, -0.14f);

    private static final double COST = 0.3;
    private static final double TOLERANCE = 0.05;
    private static final int MOST_ITERATIONS = 300;
    private static final long SEED = 20261128;

    /** A feature of fewer examples has no weight. */
    private static final int LEAST_EXAMPLES = 2;

    /** A feature of at least so many examples is familiar. */
    private static final int FAMILIAR_EXAMPLES = 200;

    private OfflineModelTraining() {}

    static OfflineModel fit(List<TrainingExample> examples) {
        int[] frequency = frequency(examples);
        Problem problem = problem(examples, frequency);
        Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, TOLERANCE, MOST_ITERATIONS, 0.1);
        parameter.setRandom(new Random(SEED));
        Linear.disableDebugOutput();
        Model fitted = Linear.train(problem, parameter);
        double sign = fitted.getLabels()[0] == 1 ? 1 : -1;
        double[] learned = fitted.getFeatureWeights();
        float[] weights = new float[ReplyFeatures.BUCKETS];
        BitSet familiar = new BitSet();
        for (int bucket = 0; bucket < weights.length; bucket++) {
            weights[bucket] = (float) (sign * learned[bucket]);
            familiar.set(bucket, frequency[bucket] >= FAMILIAR_EXAMPLES);
        }
        float bias = (float) (sign * learned[ReplyFeatures.BUCKETS]);
        OfflineModel exact = new OfflineModel(VERSION, THRESHOLDS, bias, weights, familiar);
        return OfflineModel.read(exact.write());
    }

    private static int[] frequency(List<TrainingExample> examples) {
        int[] frequency = new int[ReplyFeatures.BUCKETS];
        for (TrainingExample example : examples) {
            for (int i = 0; i < example.features().size(); i++) {
                frequency[example.features().bucket(i)]++;
            }
        }
        return frequency;
    }

    private static Problem problem(List<TrainingExample> examples, int[] frequency) {
        Problem problem = new Problem();
        problem.l = examples.size();
        problem.n = ReplyFeatures.BUCKETS + 1;
        problem.x = new Feature[problem.l][];
        problem.y = new double[problem.l];
        for (int row = 0; row < problem.l; row++) {
            problem.x[row] = row(examples.get(row).features(), frequency);
            problem.y[row] = examples.get(row).success() ? 1 : 0;
        }
        return problem;
    }

    private static Feature[] row(ReplyFeatures features, int[] frequency) {
        float[] values = features.values();
        Feature[] row = new Feature[values.length + 1];
        int kept = 0;
        for (int i = 0; i < values.length; i++) {
            if (frequency[features.bucket(i)] >= LEAST_EXAMPLES) {
                row[kept++] = new FeatureNode(features.bucket(i) + 1, values[i]);
            }
        }
        row[kept++] = new FeatureNode(ReplyFeatures.BUCKETS + 1, 1);
        Feature[] ordered = Arrays.copyOf(row, kept);
        Arrays.sort(ordered, (one, other) -> Integer.compare(one.getIndex(), other.getIndex()));
        return ordered;
    }
}
