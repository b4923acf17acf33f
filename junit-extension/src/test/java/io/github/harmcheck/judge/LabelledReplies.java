package io.github.harmcheck.judge;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.harmcheck.internal.Hashes;
import io.github.harmcheck.internal.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Replies with people's labels: two published sets, which are not part of the repository, and our own.
 *
 * @param name how the model card names the set
 * @param sha256 of the file
 * @param replies in the file's order
 */
record LabelledReplies(String name, String sha256, List<LabelledReply> replies) {

    private static final String CONTRAST = "contrast.jsonl";

    LabelledReplies {
        replies = List.copyOf(replies);
    }

    /** Reads {@code train} or {@code evaluate}: 77 templates in one order for each question. */
    static LabelledReplies gptFuzz(Path labelled, String part) throws IOException {
        Map<String, String> questions = new HashMap<>();
        for (NamedCsvRecord row : rows(labelled.resolve("gptfuzz/question_list.csv"))) {
            questions.put(row.getField("index"), row.getField("text"));
        }
        Path file = labelled.resolve("gptfuzz/" + part + ".csv");
        Map<String, Integer> seen = new HashMap<>();
        List<LabelledReply> replies = new ArrayList<>();
        for (NamedCsvRecord row : rows(file)) {
            String question = row.getField("question");
            int template = seen.merge(question, 1, Integer::sum) - 1;
            replies.add(new LabelledReply(
                    Objects.requireNonNull(questions.get(question)),
                    row.getField("Response"),
                    row.getField("label").strip().equals("1"),
                    Integer.parseInt(question),
                    template,
                    "en"));
        }
        return new LabelledReplies("GPTFuzz " + part, sha256(file), replies);
    }

    static LabelledReplies jailJudgeMini(Path labelled) throws IOException {
        Path file = labelled.resolve("jailjudge-mini/JAILJUDGEmini.csv");
        List<LabelledReply> replies = new ArrayList<>();
        for (NamedCsvRecord row : rows(file)) {
            boolean success = row.getField("label").strip().equals("1");
            replies.add(new LabelledReply(
                    row.getField("question"), row.getField("answer"), success, replies.size(), -1, "en"));
        }
        return new LabelledReplies("JAILJUDGEmini", sha256(file), replies);
    }

    /** Reads one split of our own set: {@code train} or {@code test}, which no model is ever trained on. */
    static LabelledReplies contrast(String split) throws IOException {
        try (InputStream in = LabelledReplies.class.getResourceAsStream(CONTRAST)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<LabelledReply> replies = new ArrayList<>();
            for (String line : text.lines().toList()) {
                JsonNode node = Json.MAPPER.readTree(line);
                if (node.get("split").asText().equals(split)) {
                    replies.add(new LabelledReply(
                            node.get("behavior").asText(),
                            node.get("reply").asText(),
                            node.get("label").asInt() == 1,
                            replies.size(),
                            -1,
                            node.get("lang").asText()));
                }
            }
            return new LabelledReplies("contrast " + split, Hashes.sha256(text), replies);
        }
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Hashes.sha256(in);
        }
    }
}
