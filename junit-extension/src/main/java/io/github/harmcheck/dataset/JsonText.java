package io.github.harmcheck.dataset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.internal.Texts;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/**
 * A JSON file read piece by piece: a field used twice is an error, and so is a piece of more than
 * {@link DatasetInput#MAX_ITEM_CHARS} characters. Not thread-safe.
 */
final class JsonText implements Closeable {
    /** Scenarios are names in SafeText: long ones, and not worth keeping in the JVM's own table. */
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(2 * DatasetInput.MAX_ITEM_CHARS)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build()
            .setCodec(Json.MAPPER);

    private final DatasetInput input;
    private final PieceReader pieces;
    private final JsonParser parser;

    JsonText(DatasetInput input) throws IOException {
        this.input = input;
        this.pieces = new PieceReader(input.open());
        this.parser = JSON.createParser(pieces);
        this.parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    }

    /** Returns whether a file is one JSON object whose first value is an object too; false where it is not JSON. */
    static boolean beginsWithObjectOfObjects(DatasetInput input) {
        try (JsonParser parser = JSON.createParser(new StringReader(input.head()))) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    && parser.nextToken() == JsonToken.FIELD_NAME
                    && parser.nextToken() == JsonToken.START_OBJECT;
        } catch (IOException e) {
            return false;
        }
    }

    /** Starts the next piece, whose length counts from here. */
    JsonToken next() throws IOException {
        pieces.startPiece();
        try {
            JsonToken token = parser.nextToken();
            return token == null ? JsonToken.NOT_AVAILABLE : token;
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
    }

    /** Returns the line of the current token, from 1. */
    long line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** Returns the name of the current field. */
    String fieldName() throws IOException {
        return String.valueOf(parser.currentName());
    }

    /** Reads the current token and all in it. */
    JsonNode value() throws IOException {
        try {
            return Json.MAPPER.readTree(parser);
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
    }

    /** Checks that nothing follows the last bracket. */
    void requireEnd() throws IOException {
        JsonToken token = next();
        if (token != JsonToken.NOT_AVAILABLE) {
            throw input.problem(line(), "text follows the end of the JSON object", "remove it");
        }
    }

    private DatasetException malformed(JsonProcessingException e) {
        return malformed(input, e.getLocation() == null ? 0 : e.getLocation().getLineNr(), e);
    }

    static DatasetException malformed(DatasetInput input, long line, JsonProcessingException e) {
        return input.problem(line, "not JSON: " + Texts.oneLine(e.getOriginalMessage(), 200), "correct it", e);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Counts the characters of a piece; a few thousand that the parser has read ahead count for the next one. */
    private final class PieceReader extends FilterReader {
        private long length;
        private long line = 1;

        PieceReader(Reader reader) {
            super(reader);
        }

        void startPiece() {
            length = 0;
        }

        @Override
        public int read(char[] buffer, int offset, int size) throws IOException {
            if (length > DatasetInput.MAX_ITEM_CHARS) {
                throw input.problem(
                        line,
                        "one item is longer than " + DatasetInput.MAX_ITEM_CHARS + " characters",
                        "close its quotes and brackets, or shorten it");
            }
            int n = super.read(buffer, offset, size);
            length += Math.max(0, n);
            for (int i = offset; i < offset + n; i++) {
                if (buffer[i] == '\n') {
                    line++;
                }
            }
            return n;
        }
    }
}
