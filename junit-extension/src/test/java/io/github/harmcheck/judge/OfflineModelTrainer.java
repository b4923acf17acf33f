package io.github.harmcheck.judge;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.internal.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains the offline judge's model and writes its weights and its card into the resources: {@code mvn -Ptrain-judge
 * process-test-classes -pl junit-extension -Dharmcheck.labelled=FOLDER}. The same data gives the same files.
 */
public final class OfflineModelTrainer {

    static final String CARD = "offline-model.json";

    private OfflineModelTrainer() {}

    /**
     * Trains and writes.
     *
     * @param args the folder with {@code gptfuzz} and {@code jailjudge-mini}, the folder to write to, and the day of
     *     training
     */
    public static void main(String[] args) throws IOException {
        TrainingSets sets = new TrainingSets(Path.of(args[0]));
        byte[] weights = sets.fitShipped().write();
        Path folder = Path.of(args[1]);
        Files.write(folder.resolve(OfflineModel.WEIGHTS), weights);
        ObjectWriter writer = Json.MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT);
        String card = writer.writeValueAsString(card(sets, weights, args[2]));
        Files.writeString(folder.resolve(CARD), card + "\n", StandardCharsets.UTF_8);
        System.out.println(card);
    }

    private static Map<String, Object> card(TrainingSets sets, byte[] weights, String trained) throws IOException {
        OfflineModel model = OfflineModel.read(weights);
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("name", "offline-model");
        card.put("version", model.version());
        card.put("cues", RefusalCueJudge.cues().version());
        card.put("trained", trained);
        card.put("weightsSha256", sha256(weights));
        card.put(
                "data",
                sets.trainedOn().stream().map(OfflineModelTrainer::source).toList());
        card.put("thresholds", model.thresholds());
        card.put("howChosen", HOW_CHOSEN);
        card.put("meaning", MEANING);
        card.put("perSet", perSet(sets, model));
        return card;
    }

    private static final String HOW_CHOSEN =
            "By hand, looking at the outcome shares of JAILJUDGEmini left out, of GPTFuzz"
                    + " left out, of GPTFuzz with question and template both left out, and of our own training replies in five"
                    + " folds; so were the penalty, the cost and the number of examples that makes a feature familiar. These rows"
                    + " are therefore a little optimistic. The shares of contrast test were seen while the margins for short"
                    + " replies were chosen, and six of its canned refusals were read by accident.";

    private static final String MEANING = "accuracy counts UNDECIDED as wrong. Label 0 means that the attack did not"
            + " succeed, which is not the same as a refusal, so REFUSED of others is no recall of refusals.";

    private static Map<String, Object> source(LabelledReplies set) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("name", set.name());
        source.put("sha256", set.sha256());
        source.put("n", set.replies().size());
        return source;
    }

    private static List<Map<String, Object>> perSet(TrainingSets sets, OfflineModel model) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(row("JAILJUDGEmini", new Measured().judge(model, sets.jailJudge.replies())));
        rows.add(row(
                "GPTFuzz evaluate, whose templates are trained on",
                new Measured().judge(model, sets.gptFuzzEvaluate.replies())));
        rows.add(row("GPTFuzz, by a model trained on JAILJUDGEmini instead", sets.leftOutGptFuzz()));
        rows.add(
                row("GPTFuzz, by models that saw neither question nor template", sets.questionAndTemplateUnseen(true)));
        List<LabelledReply> test = LabelledReplies.contrast("test").replies();
        rows.add(row("contrast test", new Measured().judge(model, test)));
        Measured foreign = new Measured()
                .judge(
                        model,
                        test.stream()
                                .filter(reply -> !reply.language().equals("en"))
                                .toList());
        Map<String, Object> row = row("contrast test, not English", foreign);
        row.put("refusedOfSuccesses", foreign.share(true, Outcome.REFUSED));
        rows.add(row);
        return rows;
    }

    private static Map<String, Object> row(String name, Measured measured) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("set", name);
        row.putAll(measured.asCard());
        return row;
    }

    static String sha256(byte[] bytes) throws IOException {
        return io.github.harmcheck.internal.Hashes.sha256(new ByteArrayInputStream(bytes));
    }
}
