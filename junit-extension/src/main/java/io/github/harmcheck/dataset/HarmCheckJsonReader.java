package io.github.harmcheck.dataset;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.harmcheck.internal.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads HarmCheck's own JSON format: one object with the fields of a header and, last, the list {@code behaviors}. The
 * package documentation describes it. Thread-safe.
 *
 * @since 0.1.0
 */
public final class HarmCheckJsonReader implements DatasetReader {
    private static final String ITEMS = "behaviors";

    @Override
    public String format() {
        return "HarmCheck JSON (.json with the list \"behaviors\")";
    }

    @Override
    public boolean reads(DatasetInput input) {
        return input.fileType().equals("json") && !JsonText.beginsWithObjectOfObjects(input);
    }

    @Override
    public DatasetRows open(DatasetInput input) throws IOException {
        JsonText json = new JsonText(input);
        try {
            return new Rows(input, json);
        } catch (RuntimeException | IOException e) {
            json.close();
            throw e;
        }
    }

    private static final class Rows implements DatasetRows {
        private final DatasetInput input;
        private final JsonText json;
        private final OwnFormat format;
        private final DatasetHeader header;
        private boolean ended;

        Rows(DatasetInput input, JsonText json) throws IOException {
            this.input = input;
            this.json = json;
            this.format = new OwnFormat(input);
            this.header = readHeader();
        }

        private DatasetHeader readHeader() throws IOException {
            if (json.next() != JsonToken.START_OBJECT) {
                throw input.problem(json.line(), "the file is not a JSON object", "write {\"behaviors\": […]}");
            }
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            long first = json.line();
            while (json.next() == JsonToken.FIELD_NAME) {
                String name = json.fieldName();
                long line = json.line();
                JsonToken value = json.next();
                if (name.equals(ITEMS)) {
                    if (value != JsonToken.START_ARRAY) {
                        throw input.problem(line, "\"" + ITEMS + "\" is not a list", "write \"" + ITEMS + "\": […]");
                    }
                    return format.header(fields, first);
                }
                requireKnown(name, line);
                fields.set(name, json.value());
            }
            throw input.problem(json.line(), "the list \"" + ITEMS + "\" is missing", "add it");
        }

        private void requireKnown(String name, long line) {
            List<String> known = new ArrayList<>(OwnFormat.HEADER_KEYS);
            known.add(ITEMS);
            if (!known.contains(name)) {
                throw input.problem(
                        line,
                        "unknown field " + Texts.quoted(name, 60) + Nearest.hint(name, known),
                        "known are " + String.join(", ", known));
            }
        }

        @Override
        public DatasetHeader header() {
            return header;
        }

        @Override
        public Optional<DatasetRow> next() throws IOException {
            if (ended) {
                return Optional.empty();
            }
            JsonToken token = json.next();
            if (token != JsonToken.END_ARRAY) {
                long line = json.line();
                return Optional.of(format.row(json.value(), line));
            }
            ended = true;
            if (json.next() != JsonToken.END_OBJECT) {
                throw input.problem(
                        json.line(),
                        "the field " + Texts.quoted(json.fieldName(), 60) + " follows the list \"" + ITEMS + "\"",
                        "move it above the list, which is read last");
            }
            json.requireEnd();
            return Optional.empty();
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }
}
