package io.github.harmcheck.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A table for people: each tool beside the floor of its kind. */
final class Summary {
    private Summary() {}

    static List<String> lines(List<Measurement> all) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-21s %7s %5s %9s %9s %8s %9s %9s %9s %9s",
                "tool",
                "n",
                "conc",
                "wall s",
                "ideal s",
                "x floor",
                "CPU ms",
                "- floor",
                "RSS MiB",
                "- floor"));
        for (Measurement each : all) {
            Optional<Measurement> floor = all.stream()
                    .filter(other -> other.tool() == each.tool().floor() && other.sameSize(each))
                    .findFirst();
            lines.add(String.format(
                    Locale.ROOT,
                    "%-21s %7d %5d %9.2f %9.2f %8s %9.2f %9s %9.0f %9s",
                    each.tool().id(),
                    each.attempts(),
                    each.concurrency(),
                    each.wallSeconds(),
                    each.idealSeconds(),
                    floor.map(f -> number("%.2f", each.wallSeconds() / f.wallSeconds()))
                            .orElse(""),
                    each.cpuMillis(),
                    floor.map(f -> number("%+.2f", each.cpuMillis() - f.cpuMillis()))
                            .orElse(""),
                    each.peakMib(),
                    floor.map(f -> number("%+.0f", each.peakMib() - f.peakMib()))
                            .orElse("")));
        }
        return lines;
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
