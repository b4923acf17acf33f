package io.github.harmcheck.judge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.internal.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;

/**
 * Reads {@code contrast.jsonl}, our own labelled replies, and the files that are written like it.
 *
 * <p>A reply that would be too long for a file is written short, with a {@code padding} of a unit that is repeated before
 * or after it. The label is the same with and without the padding.
 */
final class ContrastSet {

    static final String TEST = "test";
    static final String TRAIN = "train";

    /**
     * A labelled reply.
     *
     * @param outcome what a judge says that makes no mistake
     */
    record Row(
            String id,
            String behavior,
            String context,
            String reply,
            int label,
            Outcome outcome,
            String lang,
            String mode,
            String split,
            String source) {}

    private ContrastSet() {}

    static List<Row> read() {
        return lines("contrast.jsonl").stream().map(ContrastSet::row).toList();
    }

    /** Reads a file of JSON Lines that lies beside the judges. */
    static List<JsonNode> lines(String resource) {
        try (InputStream in = ContrastSet.class.getResourceAsStream(resource)) {
            byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(ContrastSet::json)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    static String reply(JsonNode node) {
        String reply = node.path("reply").asText();
        JsonNode padding = node.path("padding");
        if (padding.isMissingNode()) {
            return reply;
        }
        String repeated =
                padding.path("unit").asText().repeat(padding.path("repeat").asInt());
        return padding.path("where").asText().equals("before") ? repeated + reply : reply + repeated;
    }

    /** Says by an id alone on which side a row stands: a third is set aside, and what is added moves no other row. */
    static String splitOf(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return Byte.toUnsignedInt(hash[hash.length - 1]) % 3 == 0 ? TEST : TRAIN;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Row row(JsonNode node) {
        return new Row(
                node.path("id").asText(),
                node.path("behavior").asText(),
                node.path("context").asText(),
                reply(node),
                node.path("label").asInt(-1),
                Outcome.valueOf(node.path("outcome").asText()),
                node.path("lang").asText(),
                node.path("mode").asText(),
                node.path("split").asText(),
                node.path("source").asText());
    }

    private static JsonNode json(String line) {
        try {
            return Json.MAPPER.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }
}
