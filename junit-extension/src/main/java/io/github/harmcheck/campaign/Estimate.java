package io.github.harmcheck.campaign;

import io.github.harmcheck.core.Usage;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.Spent;
import io.github.harmcheck.result.io.JournalException;
import io.github.harmcheck.result.io.JournalReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a plan will cost in tokens, money and time: at the rates of the last run of the same test and target that called
 * a model, else at assumed ones, and it says which.
 *
 * @param input tokens sent for each call to the target, those of attacker and judge included
 * @param output tokens received
 * @param cost price of a call to the target with all that belongs to it, or null where no price is known
 * @param seconds time of a call, in a run as wide as this one
 * @param measured whether these are the last run's
 */
record Estimate(double input, double output, @Nullable Double cost, double seconds, boolean measured) {
    private static final int ASSUMED_INPUT = 200;
    private static final int ASSUMED_OUTPUT = 300;
    private static final double ASSUMED_SECONDS = 2;

    static Estimate of(CampaignConfig config, Planner.Calls calls) {
        return lastRun(config).flatMap(spent -> measured(spent, config)).orElseGet(() -> assumed(config, calls));
    }

    /** Attackers and attack judges that ask a model are counted in; what the verdict judge asks is a line of its own. */
    private static Estimate assumed(CampaignConfig config, Planner.Calls calls) {
        Prices prices = config.budget().prices();
        Judge attackJudge = config.attackJudge();
        double target = Math.max(1, calls.target());
        double attacker = calls.attacker() / target;
        double judge = attackJudge == null ? 0 : calls.judge() * attackJudge.maxCalls() / target;
        double cost = prices.target().of(ASSUMED_INPUT, ASSUMED_OUTPUT)
                + attacker * prices.attacker().of(ASSUMED_INPUT, ASSUMED_OUTPUT)
                + judge * prices.judge().of(ASSUMED_INPUT, ASSUMED_OUTPUT);
        double all = 1 + attacker + judge;
        return new Estimate(
                ASSUMED_INPUT * all,
                ASSUMED_OUTPUT * all,
                prices.areUnknown() ? null : Double.valueOf(cost),
                ASSUMED_SECONDS * all / config.pace().concurrency(),
                false);
    }

    private static Optional<Estimate> measured(Spent spent, CampaignConfig config) {
        int calls = spent.target().calls();
        double in = input(spent.target()) + input(spent.attacker()) + input(spent.judge());
        double out = output(spent.target()) + output(spent.attacker()) + output(spent.judge());
        if (calls == 0 || in + out == 0) {
            return Optional.empty();
        }
        Prices prices = config.budget().prices();
        double cost = cost(prices.target(), spent.target())
                + cost(prices.attacker(), spent.attacker())
                + cost(prices.judge(), spent.judge());
        return Optional.of(new Estimate(
                in / calls,
                out / calls,
                prices.areUnknown() ? null : Double.valueOf(cost / calls),
                spent.took().toMillis() / 1000.0 / calls,
                true));
    }

    /** Returns a line for the plan. */
    String line(long calls) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT, "about %,d tokens in, %,d out", Math.round(calls * input), Math.round(calls * output)));
        if (cost != null) {
            line.append(String.format(Locale.ROOT, ", cost %.4f", calls * cost));
        }
        line.append(", ").append(Progress.duration((long) Math.ceil(calls * seconds)));
        return line.append(
                        measured
                                ? ", at the rates of the last run"
                                : String.format(
                                        Locale.ROOT,
                                        ", if a call takes %d tokens in, %d out and %.0f s",
                                        ASSUMED_INPUT,
                                        ASSUMED_OUTPUT,
                                        ASSUMED_SECONDS))
                .toString();
    }

    /** Only the first and the last line of each journal are read. */
    private static Optional<Spent> lastRun(CampaignConfig config) {
        Instant newest = Instant.MIN;
        Spent found = null;
        try {
            for (Path journal : JournalReader.journals(config.findingsFolder())) {
                Optional<CampaignHeader> header = header(journal).filter(other -> isSame(other, config));
                if (header.isPresent() && header.get().start().isAfter(newest)) {
                    Spent spent =
                            JournalReader.end(journal).map(CampaignEnd::spent).orElse(null);
                    if (spent != null) {
                        newest = header.get().start();
                        found = spent;
                    }
                }
            }
        } catch (IOException e) {
            CampaignLog.debug("no estimate from earlier runs", e);
        }
        return Optional.ofNullable(found);
    }

    private static Optional<CampaignHeader> header(Path journal) throws IOException {
        try {
            return Optional.of(JournalReader.header(journal));
        } catch (JournalException e) {
            return Optional.empty();
        }
    }

    private static boolean isSame(CampaignHeader other, CampaignConfig config) {
        return config.target() != null
                && config.testClass() != null
                && Objects.equals(other.testClass(), config.testClass())
                && Objects.equals(other.testMethod(), config.testMethod())
                && other.target().equals(config.target().name());
    }

    private static double cost(Price price, Usage usage) {
        return price.of((long) input(usage), (long) output(usage));
    }

    private static double input(Usage usage) {
        Long tokens = usage.inputTokens();
        return tokens == null ? 0 : tokens;
    }

    private static double output(Usage usage) {
        Long tokens = usage.outputTokens();
        return tokens == null ? 0 : tokens;
    }
}
