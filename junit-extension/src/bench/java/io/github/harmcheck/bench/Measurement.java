package io.github.harmcheck.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What one tool took for one size.
 *
 * @param wallSeconds cold: from the start of the process to its end; warm: the second campaign
 * @param cpuMillis processor time for each attempt
 * @param peakMib peak resident memory of the process, negative where unknown
 */
record Measurement(
        Tool tool, int attempts, int concurrency, double wallSeconds, double cpuMillis, double peakMib) {
    static final String HEADER = "tool,n,concurrency,wall_s,ideal_s,cpu_ms_per_attempt,peak_rss_mib";

    /** Returns the medians of repeated measurements of one tool and size. */
    static Measurement median(List<Measurement> repeated) {
        Measurement any = repeated.get(0);
        return new Measurement(
                any.tool,
                any.attempts,
                any.concurrency,
                median(repeated, Measurement::wallSeconds),
                median(repeated, Measurement::cpuMillis),
                median(repeated, Measurement::peakMib));
    }

    private static double median(List<Measurement> repeated, ToDoubleFunction<Measurement> of) {
        double[] values = repeated.stream().mapToDouble(of).sorted().toArray();
        int middle = values.length / 2;
        return values.length % 2 == 1
                ? values[middle]
                : Arrays.stream(values, middle - 1, middle + 1).average().orElseThrow();
    }

    boolean sameSize(Measurement other) {
        return attempts == other.attempts && concurrency == other.concurrency;
    }

    /** Returns the time a perfect client would take. */
    double idealSeconds() {
        int delay = tool.isMemory() ? 0 : Chat.DELAY_MILLIS;
        return (double) attempts / concurrency * delay / 1_000;
    }

    String csv() {
        return String.format(
                Locale.ROOT,
                "%s,%d,%d,%.3f,%.3f,%.3f,%s",
                tool.id(),
                attempts,
                concurrency,
                wallSeconds,
                idealSeconds(),
                cpuMillis,
                peakMib < 0 ? "" : String.format(Locale.ROOT, "%.1f", peakMib));
    }
}
