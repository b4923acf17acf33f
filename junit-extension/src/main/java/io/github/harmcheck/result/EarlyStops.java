package io.github.harmcheck.result;

import io.github.harmcheck.stats.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Finds what is known of the attacks of a campaign that stopped early. */
final class EarlyStops {
    private EarlyStops() {}

    /** Returns the attacks that left out trials, where header and end record both say that it was asked for. */
    static List<StoppedAttack> of(
            CampaignHeader header, @Nullable CampaignEnd end, SortedMap<CellKey, CellTally> cells) {
        double errorLevel = header.run().earlyStop();
        if (end == null || !(errorLevel > 0 && errorLevel < 1)) {
            return List.of();
        }
        List<StoppedAttack> stopped = new ArrayList<>();
        for (EarlyEnd attack : end.earlyEnds()) {
            if (attack.savedTrials() > 0) {
                stopped.add(of(
                        header,
                        attack,
                        errorLevel / Math.max(1, header.attacks().size()),
                        cells));
            }
        }
        return stopped;
    }

    private static StoppedAttack of(
            CampaignHeader header, EarlyEnd attack, double errorLevel, SortedMap<CellKey, CellTally> cells) {
        Comparator<Map.Entry<CellKey, CellTally>> order = new SeededOrder(header.seed())
                .by(cell -> cell.getKey().dataset(), cell -> cell.getKey().behavior());
        List<CellTally> found = cells.entrySet().stream()
                .filter(cell -> cell.getKey().attack().equals(attack.attack()))
                .sorted(order)
                .map(Map.Entry::getValue)
                .toList();
        return new StoppedAttack(
                attack,
                errorLevel,
                found.stream()
                        .limit(attack.consumed())
                        .map(cell -> new StoppedAttack.Shares(cell.shareConfirmed(), cell.sharePossible()))
                        .toList(),
                found.stream().mapToLong(cell -> cell.trials() + cell.errors()).sum());
    }

    /** Gives a rate the intervals that hold wherever it stopped; the usual ones hold for a size set beforehand. */
    static AttackSuccessRate withIntervals(AttackSuccessRate rate, List<StoppedAttack> stopped) {
        return stopped.stream()
                .filter(attack -> attack.attack().equals(rate.attack()) && attack.isWhole())
                .findFirst()
                .map(attack -> rate.withIntervals(
                        holding(attack.lowInterval(), rate.low()), holding(attack.highInterval(), rate.high())))
                .orElse(rate);
    }

    /** The rate shown is over all behaviors that ran, the interval rests on those that were looked at in order. */
    private static Interval holding(Interval interval, double rate) {
        return new Interval(Math.min(interval.lower(), rate), Math.max(interval.upper(), rate));
    }
}
