package io.github.harmcheck.judge;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.internal.JsonTexts;
import io.github.harmcheck.internal.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The one JSON object in a judge model's answer.
 *
 * @param node the object
 */
record AnswerObject(JsonNode node) {

    private static final int LONGEST_ANSWER = 20_000;
    private static final int MOST_OBJECTS = 100;
    private static final int LONGEST_REASON = 300;

    /** A key that stands twice with two values is no answer. */
    private static final ObjectReader READER =
            Json.MAPPER.readerFor(JsonNode.class).with(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());

    /**
     * Finds the object. It may stand in prose or in a code fence, after a reasoning block, but there must be exactly one
     * JSON object with the key; anything else is no answer.
     */
    static Optional<AnswerObject> only(String text, String key) {
        String answer = JsonTexts.withoutThinking(text);
        if (answer.length() > LONGEST_ANSWER) {
            return Optional.empty();
        }
        List<JsonNode> candidates = candidates(answer, key);
        return candidates.size() == 1 ? Optional.of(new AnswerObject(candidates.get(0))) : Optional.empty();
    }

    /** Returns a whole number within a range, written as a number or as a text; anything else is none. */
    OptionalInt number(String key, int least, int most) {
        JsonNode value = node.path(key);
        String digits = value.isTextual() ? value.textValue().strip() : value.isIntegralNumber() ? value.asText() : "";
        if (!digits.matches("[0-9]{1,2}")) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(digits);
        return number >= least && number <= most ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /** Returns the model's reason on one line. */
    String reason() {
        return Texts.oneLine(node.path("reason").asText(""), LONGEST_REASON);
    }

    private static List<JsonNode> candidates(String answer, String key) {
        List<JsonNode> candidates = new ArrayList<>();
        int start = answer.indexOf('{');
        for (int tried = 0; start >= 0; tried++) {
            if (tried == MOST_OBJECTS) {
                return List.of();
            }
            int end = start + 1;
            String rest = answer.substring(start);
            try (JsonParser parser = READER.createParser(rest)) {
                JsonNode node = READER.readValue(parser);
                end = start + (int) parser.currentLocation().getCharOffset();
                if (node.has(key)) {
                    candidates.add(node);
                }
            } catch (JacksonException e) {
                if (rest.startsWith("{") && mentions(rest, key)) {
                    return List.of(); // a broken or contradictory answer beside a whole one is no answer
                }
            } catch (IOException e) {
                throw new UncheckedIOException("reading a text in memory", e);
            }
            start = answer.indexOf('{', end);
        }
        return candidates;
    }

    private static boolean mentions(String rest, String key) {
        int close = rest.indexOf('}');
        return (close < 0 ? rest : rest.substring(0, close)).contains('"' + key + '"');
    }
}
