package io.github.harmcheck.result;

import io.github.harmcheck.stats.ClusteredRate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Makes the rate of one attack from its cells. */
final class CellRates {
    private CellRates() {}

    static AttackSuccessRate rate(String attack, List<CellTally> cells) {
        List<CellTally> counted =
                cells.stream().filter(cell -> cell.attempts() > 0).toList();
        long attempts = sum(counted, CellTally::attempts);
        ClusteredRate low = clustered(counted, CellTally::low, attempts);
        ClusteredRate high = clustered(counted, CellTally::high, attempts);
        return new AttackSuccessRate(
                attack,
                low.rate(),
                high.rate(),
                low.interval(),
                high.interval(),
                counted.size(),
                sum(cells, CellTally::trials),
                sum(cells, CellTally::confirmed),
                sum(cells, CellTally::suspected),
                sum(cells, CellTally::undecided),
                sum(cells, CellTally::errors),
                (int) cells.stream().filter(CellTally::broken).count(),
                sum(cells, CellTally::queries),
                low.effectiveSize(),
                cells.stream().mapToDouble(CellTally::harmBench).average().orElse(0));
    }

    private static ClusteredRate clustered(List<CellTally> cells, ToDoubleFunction<CellTally> mean, long attempts) {
        return ClusteredRate.of(cells.stream().mapToDouble(mean).toArray(), attempts);
    }

    private static long sum(List<CellTally> cells, ToLongFunction<CellTally> count) {
        return cells.stream().mapToLong(count).sum();
    }
}
