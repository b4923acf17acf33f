package io.github.harmcheck.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** All that the offline judge's model is trained on, and the ways to leave a part of it out. */
final class TrainingSets {

    private static final int FOLDS = 4;

    /** Our own replies are few and short, and show what the published ones lack, so each counts this often. */
    private static final int CONTRAST_WEIGHT = 6;

    private static final int QUESTIONS = 100;
    private static final int TEMPLATES = 77;

    final LabelledReplies gptFuzzTrain;
    final LabelledReplies gptFuzzEvaluate;
    final LabelledReplies jailJudge;
    final LabelledReplies contrast;

    private final Map<LabelledReply, Optional<TrainingExample>> examples = new HashMap<>();
    private final List<Integer> questionFolds = folds(QUESTIONS, new Random(7));
    private final List<Integer> templateFolds = folds(TEMPLATES, new Random(8));

    /** @param labelled the folder {@code labelled} of the published datasets */
    TrainingSets(Path labelled) throws IOException {
        this.gptFuzzTrain = LabelledReplies.gptFuzz(labelled, "train");
        this.gptFuzzEvaluate = LabelledReplies.gptFuzz(labelled, "evaluate");
        this.jailJudge = LabelledReplies.jailJudgeMini(labelled);
        this.contrast = LabelledReplies.contrast("train");
    }

    /**
     * Returns what the model that ships is trained on. JAILJUDGEmini and GPTFuzz's own test part stay outside, so that
     * anyone can measure the judge that ships on replies it has never seen; adding them changed what is measured on
     * GPTFuzz by less than a point.
     */
    List<LabelledReplies> trainedOn() {
        return List.of(gptFuzzTrain, contrast);
    }

    /** Fits the model that ships. */
    OfflineModel fitShipped() {
        return fit(gptFuzzTrain.replies(), contrast());
    }

    /** Measures a model that has seen nothing of GPTFuzz, but JAILJUDGEmini. */
    Measured leftOutGptFuzz() {
        return new Measured().judge(fit(jailJudge.replies(), contrast()), gptFuzz());
    }

    /**
     * Measures replies of which neither the question nor the template was trained on.
     *
     * @param everyCell whether all sixteen cells of four by four folds are tested, or only the four of the diagonal
     */
    Measured questionAndTemplateUnseen(boolean everyCell) {
        Measured measured = new Measured();
        for (int q = 0; q < FOLDS; q++) {
            for (int t = 0; t < FOLDS; t++) {
                if (everyCell || q == t) {
                    int question = q;
                    int template = t;
                    OfflineModel model = fit(
                            gptFuzz(reply -> questionFold(reply) != question && templateFold(reply) != template),
                            jailJudge.replies(),
                            contrast());
                    measured.judge(
                            model,
                            gptFuzz(reply -> questionFold(reply) == question && templateFold(reply) == template));
                }
            }
        }
        return measured;
    }

    @SafeVarargs
    private OfflineModel fit(List<LabelledReply>... sets) {
        List<TrainingExample> known = new ArrayList<>();
        for (List<LabelledReply> set : sets) {
            for (LabelledReply reply : set) {
                examples.computeIfAbsent(reply, TrainingExample::of).ifPresent(known::add);
            }
        }
        return OfflineModelTraining.fit(known);
    }

    private List<LabelledReply> contrast() {
        return Collections.nCopies(CONTRAST_WEIGHT, contrast.replies()).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<LabelledReply> gptFuzz() {
        return gptFuzz(reply -> true);
    }

    private List<LabelledReply> gptFuzz(Predicate<LabelledReply> which) {
        List<LabelledReply> replies = new ArrayList<>(gptFuzzTrain.replies());
        replies.addAll(gptFuzzEvaluate.replies());
        return replies.stream().filter(which).toList();
    }

    private int questionFold(LabelledReply reply) {
        return Objects.requireNonNull(questionFolds.get(reply.question()));
    }

    private int templateFold(LabelledReply reply) {
        return Objects.requireNonNull(templateFolds.get(reply.template()));
    }

    private static List<Integer> folds(int size, Random random) {
        List<Integer> folds = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            folds.add(i % FOLDS);
        }
        Collections.shuffle(folds, random);
        return folds;
    }
}
