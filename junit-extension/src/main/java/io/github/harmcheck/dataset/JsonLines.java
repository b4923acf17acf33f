package io.github.harmcheck.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.internal.Texts;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** One JSON value on each line of a file; blank lines are skipped. Not thread-safe. */
final class JsonLines implements Closeable {
    private static final ObjectReader LINE = Json.MAPPER
            .reader()
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final DatasetInput input;
    private final LineReader lines;

    JsonLines(DatasetInput input) throws IOException {
        this.input = input;
        this.lines = new LineReader(input);
    }

    /** Returns the number of the line read last, from 1. */
    long number() {
        return lines.number();
    }

    /** Reads the next value; nothing at the end of the file. */
    Optional<JsonNode> next() throws IOException {
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
