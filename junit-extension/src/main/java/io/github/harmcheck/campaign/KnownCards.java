package io.github.harmcheck.campaign;

import io.github.harmcheck.core.JudgeCard;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.judge.card.CalibrationCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the card of a campaign's judge: among the files given, else among those that come with HarmCheck. */
final class KnownCards {
    private KnownCards() {}

    /**
     * Returns the card of this judge in this version. Where files are given and none is of it, the nearest one, for the
     * gate to say so: a card that does not belong to the judge is no card.
     *
     * @return null where no card is given and none is known
     * @throws CampaignException where a file is no card
     */
    static @Nullable JudgeCard find(Judge judge, List<Path> files) {
        if (files.isEmpty()) {
            return CalibrationCard.bundled(judge.id())
                    .map(CalibrationCard::judge)
                    .filter(card -> card.isOf(judge.id(), judge.version()))
                    .orElse(null);
        }
        List<JudgeCard> cards = new ArrayList<>();
        for (Path file : files) {
            cards.add(read(file));
        }
        return cards.stream()
                .filter(card -> card.isOf(judge.id(), judge.version()))
                .findFirst()
                .or(() -> cards.stream()
                        .filter(card -> card.judge().equals(judge.id()))
                        .findFirst())
                .orElse(cards.get(0));
    }

    private static JudgeCard read(Path file) {
        try {
            return CalibrationCard.read(file).judge();
        } catch (IllegalArgumentException e) {
            throw new CampaignException("harmcheck.judgeCard: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CampaignException(
                    "harmcheck.judgeCard: " + file + " cannot be read ("
                            + e.getClass().getSimpleName() + "); write it with harmcheck:calibrate -Dharmcheck.card="
                            + file,
                    e);
        }
    }
}
