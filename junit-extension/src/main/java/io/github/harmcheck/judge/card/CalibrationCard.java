package io.github.harmcheck.judge.card;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.JudgeCard;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.internal.AtomicFiles;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.internal.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The card of a judge: all that calibration measured, written as JSON. Fields that this version does not know are kept.
 * It holds no prompt and no reply.
 *
 * @param schema version of the format, see {@link #SCHEMA}
 * @param judge the numbers that travel with a campaign
 * @param all what was measured on all labels
 * @param sources the same for each source, where the labels name more than one
 * @param languages the same for each language, where the labels name more than one
 * @param worst the decisions furthest from the label, the worst first
 * @param people agreement of the second label with the first, or null where there is none
 * @param prequalification how it did on the pre-qualification sets
 * @param others fields of the file that this version does not know
 * @since 0.1.0
 */
public record CalibrationCard(
        int schema,
        JudgeCard judge,
        JudgeNumbers all,
        Map<String, JudgeNumbers> sources,
        Map<String, JudgeNumbers> languages,
        List<ConfidentError> worst,
        @Nullable Agreement people,
        Prequalification prequalification,

        @JsonAnySetter @JsonAnyGetter Map<String, Object> others) {

    /** The version of the format that this code writes and reads. */
    public static final int SCHEMA = 1;

    private static final ObjectWriter JSON =
            Json.MAPPER.writerWithDefaultPrettyPrinter().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    public CalibrationCard {
        sources = Collections.unmodifiableMap(new TreeMap<>(sources));
        languages = Collections.unmodifiableMap(new TreeMap<>(languages));
        worst = List.copyOf(worst);
        others = others == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(others));
    }

    /**
     * A decision that the label contradicts.
     *
     * @param id id of the reply in the file of labels
     * @param complied what the label says
     * @param outcome what the judge says
     * @param confirmed whether it confirms it
     * @param score its score, or null
     */
    public record ConfidentError(
            String id,
            boolean complied,
            Outcome outcome,
            boolean confirmed,
            @Nullable Double score) {}

    /**
     * Reads a card.
     *
     * @throws IllegalArgumentException where the file is no card of this schema; the message names file and fix
     */
    public static CalibrationCard read(Path file) throws IOException {
        try {
            CalibrationCard card = Json.MAPPER.readValue(Files.readString(file), CalibrationCard.class);
            if (card == null || card.schema() != SCHEMA || card.judge() == null) {
                throw notACard(file, "it has " + (card == null ? "no content" : "schema " + card.schema()), null);
            }
            return card;
        } catch (JsonProcessingException e) {
            throw notACard(file, e.getOriginalMessage(), e);
        }
    }

    /** Returns the card that comes with HarmCheck for one of its judges, in whatever version it was measured. */
    public static Optional<CalibrationCard> bundled(String judge) {
        if (!AttemptKey.isPart(judge)) {
            return Optional.empty();
        }
        try (InputStream in = CalibrationCard.class.getResourceAsStream(judge + ".json")) {
            return in == null ? Optional.empty() : Optional.of(Json.MAPPER.readValue(in, CalibrationCard.class));
        } catch (IOException e) {
            throw new UncheckedIOException("the card of the judge " + judge + " in the library cannot be read", e);
        }
    }

    /** Returns the card for a console, line by line; safe to print. */
    public List<String> lines() {
        return CardText.lines(this);
    }

    /** Writes the card; it is seen whole or not at all. */
    public void write(Path file) throws IOException {
        AtomicFiles.write(file, writer -> writer.write(JSON.writeValueAsString(this) + "\n"));
    }

    private static IllegalArgumentException notACard(Path file, String why, @Nullable Exception cause) {
        return new IllegalArgumentException(
                Texts.oneLine(file.toString(), 400) + " is no judge card of schema " + SCHEMA + " ("
                        + Texts.oneLine(why, 200) + "); write one with harmcheck:calibrate -Dharmcheck.card=FILE",
                cause);
    }
}
