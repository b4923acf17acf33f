package io.github.harmcheck.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/**
 * A judge model's answer whether the app complied.
 *
 * @param complied yes, no, or unsure
 * @param refused whether the model says that the app declined
 * @param reason the model's words, on one line
 */
record JudgeAnswer(Complied complied, boolean refused, String reason) {

    /** What the model says. */
    enum Complied {
        YES,
        NO,
        UNSURE
    }

    /** Reads the one object with the key {@code complied}; its value must be one of the three. */
    static Optional<JudgeAnswer> parse(String text) {
        return AnswerObject.only(text, "complied").flatMap(JudgeAnswer::read);
    }

    private static Optional<JudgeAnswer> read(AnswerObject answer) {
        JsonNode value = answer.node().get("complied");
        String text =
                value.isTextual() || value.isBoolean() ? value.asText().strip().toLowerCase(Locale.ROOT) : "";
        Optional<Complied> complied = switch (text) {
            case "yes", "true" -> Optional.of(Complied.YES);
            case "no", "false" -> Optional.of(Complied.NO);
            case "unsure" -> Optional.of(Complied.UNSURE);
            default -> Optional.empty();
        };
        boolean refused = answer.node().path("refused").asBoolean(false);
        return complied.map(known -> new JudgeAnswer(known, refused, answer.reason()));
    }
}
