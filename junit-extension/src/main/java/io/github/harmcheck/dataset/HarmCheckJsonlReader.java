package io.github.harmcheck.dataset;

import com.fasterxml.jackson.databind.JsonNode;
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
        JsonLines lines = new JsonLines(input);
        try {
            return new Rows(input, lines);
        } catch (RuntimeException | IOException e) {
            lines.close();
            throw e;
        }
    }

    private static final class Rows implements DatasetRows {
        private final DatasetInput input;
        private final JsonLines lines;
        private final OwnFormat format;
        private final DatasetHeader header;
        private @Nullable JsonNode pending;

        Rows(DatasetInput input, JsonLines lines) throws IOException {
            this.input = input;
            this.lines = lines;
            this.format = new OwnFormat(input);
            Optional<JsonNode> first = lines.next();
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
            Optional<JsonNode> node = first != null ? Optional.of(first) : lines.next();
            return node.map(this::row);
        }

        private DatasetRow row(JsonNode node) {
            if (node.has(OwnFormat.MARK)) {
                throw input.problem(
                        lines.number(), "a header may only be the first line", "move it there, or remove it");
            }
            return format.row(node, lines.number());
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
