package io.github.harmcheck.dataset;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.internal.Hashes;
import io.github.harmcheck.internal.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads SafeText (arXiv 2210.10045): {@code {scenario: {"safe": […], "unsafe": […]}}}. A scenario's id is its first words
 * and eight digits of its SHA-256, for example {@code if-you-have-a-bad-headache-1f2e3d4c}, so it stays when others come
 * or go. SafeText names no domain, so all are {@code uncategorized}. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SafeTextJsonReader implements DatasetReader {
    private static final int SLUG_CHARS = 50;

    @Override
    public String format() {
        return "SafeText JSON ({scenario: {\"safe\": […], \"unsafe\": […]}})";
    }

    @Override
    public boolean reads(DatasetInput input) {
        return input.fileType().equals("json") && JsonText.beginsWithObjectOfObjects(input);
    }

    @Override
    public DatasetRows open(DatasetInput input) throws IOException {
        JsonText json = new JsonText(input);
        try {
            json.next();
            return new Rows(input, json);
        } catch (RuntimeException | IOException e) {
            json.close();
            throw e;
        }
    }

    private record Rows(DatasetInput input, JsonText json) implements DatasetRows {
        @Override
        public Optional<DatasetRow> next() throws IOException {
            if (json.next() != JsonToken.FIELD_NAME) {
                json.requireEnd();
                return Optional.empty();
            }
            long line = json.line();
            String scenario = json.fieldName();
            json.next();
            return Optional.of(row(line, scenario, json.value()));
        }

        private DatasetRow row(long line, String scenario, JsonNode node) {
            OwnFormat format = new OwnFormat(input);
            if (!node.isObject()) {
                throw input.problem(
                        line,
                        "the scenario " + Texts.quoted(scenario, 80) + " has " + Texts.oneLine(node.toString(), 60),
                        "write {\"safe\": […], \"unsafe\": […]}");
            }
            format.requireKeys(node, List.of("safe", "unsafe"), line);
            return new DatasetRow(
                    line,
                    id(scenario),
                    scenario,
                    "",
                    Behavior.UNCATEGORIZED,
                    "",
                    List.of(),
                    "",
                    format.advice(node, line, scenario));
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }

    static String id(String scenario) {
        String words = scenario.toLowerCase(Locale.ROOT)
                .replace("'", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (words.length() > SLUG_CHARS) {
            int end = words.lastIndexOf('-', SLUG_CHARS);
            words = words.substring(0, end > 0 ? end : SLUG_CHARS);
        }
        return (words.isEmpty() ? "scenario" : words) + "-"
                + Hashes.sha256(scenario).substring(0, 8);
    }
}
