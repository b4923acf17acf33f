package io.github.harmcheck.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.internal.Texts;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads HarmCheck's own JSON Lines format: an optional header, then one behavior or advice scenario on each line. The
 * package documentation describes it. Blank lines are skipped. Thread-safe.
 *
 * @since 0.1.0
 */
public final class HarmCheckJsonlReader implements DatasetReader {
    private static final ObjectReader LINE = Json.MAPPER
            .reader()
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @Override
    public String format() {
        return "HarmCheck JSON Lines (.jsonl)";
    }

    @Override
    public boolean reads(DatasetInput input) {
        return input.fileType().equals("jsonl") || input.fileType().equals("ndjson");
    }

    @Override
    public DatasetRows open(DatasetInput input) throws IOException {
        LineReader lines = new LineReader(input);
        try {
            return new Rows(input, lines);
        } catch (RuntimeException | IOException e) {
            lines.close();
            throw e;
        }
    }

    private static final class Rows implements DatasetRows {
        private final DatasetInput input;
        private final LineReader lines;
        private final OwnFormat format;
        private final DatasetHeader header;
        private @Nullable JsonNode pending;

        Rows(DatasetInput input, LineReader lines) throws IOException {
            this.input = input;
            this.lines = lines;
            this.format = new OwnFormat(input);
            Optional<JsonNode> first = object();
            if (first.isPresent() && first.get().has(OwnFormat.MARK)) {
                header = format.header(first.get(), lines.number());
            } else {
                header = DatasetHeader.NONE;
                pending = first.orElse(null);
            }
        }

        @Override
        public DatasetHeader header() {
            return header;
        }

        @Override
        public Optional<DatasetRow> next() throws IOException {
            JsonNode first = pending;
            pending = null;
            Optional<JsonNode> node = first != null ? Optional.of(first) : object();
            return node.map(this::row);
        }

        private DatasetRow row(JsonNode node) {
            if (node.has(OwnFormat.MARK)) {
                throw input.problem(
                        lines.number(), "a header may only be the first line", "move it there, or remove it");
            }
            return format.row(node, lines.number());
        }

        private Optional<JsonNode> object() throws IOException {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (!line.get().isBlank()) {
                    try {
                        return Optional.of(LINE.readTree(line.get()));
                    } catch (MismatchedInputException e) {
                        throw input.problem(
                                lines.number(),
                                "more than one JSON value on the line that begins " + Texts.quoted(line.get(), 60),
                                "write one object on each line",
                                e);
                    } catch (JsonProcessingException e) {
                        throw JsonText.malformed(input, lines.number(), e);
                    }
                }
            }
            return Optional.empty();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
