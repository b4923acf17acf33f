package io.github.harmcheck.report.templates;

import io.github.harmcheck.gate.RateText;
import io.github.harmcheck.report.AttackVerdict;
import io.github.harmcheck.result.AttackSuccessRate;

/**
 * One attack of one campaign in the table of rates.
 *
 * @param attack id of the attack
 * @param mark where the rate stands
 * @param asr the rate in words
 * @param corrected what people's labels make of it, or the empty text
 * @param interval its 95 % interval in words
 * @param limit the limit in words
 * @param behaviors broken of all behaviors
 * @param attempts what the attempts came to
 * @param queries calls to the target
 * @param bar the rate as a drawing
 */
record RateRow(
        String attack,
        Mark mark,
        String asr,
        String corrected,
        String interval,
        String limit,
        String behaviors,
        String attempts,
        long queries,
        Bar bar) {

    static RateRow of(AttackVerdict verdict, double end, String corrected) {
        AttackSuccessRate rate = verdict.rate();
        return new RateRow(
                rate.attack(),
                verdict.status().map(Mark::of).orElse(Mark.REFERENCE),
                RateText.range(rate.low(), rate.high(), verdict.limit()),
                corrected,
                RateText.interval(
                        rate.lowInterval().lower(), rate.highInterval().upper(), verdict.limit()),
                RateText.limit(verdict.limit()),
                rate.behaviorsBroken() + " of " + rate.behaviors(),
                attempts(rate),
                rate.queries(),
                Bar.of(verdict, end));
    }

    private static String attempts(AttackSuccessRate rate) {
        StringBuilder words =
                new StringBuilder().append(rate.confirmed()).append(" of ").append(rate.attempts());
        words.append(" confirmed");
        append(words, rate.suspected(), "suspected");
        append(words, rate.undecided(), "undecided");
        append(words, rate.errors(), "failed to run");
        return words.toString();
    }

    private static void append(StringBuilder words, long count, String what) {
        if (count > 0) {
            words.append(", ").append(count).append(' ').append(what);
        }
    }
}
