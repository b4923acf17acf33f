package io.github.harmcheck.result.audit;

import io.github.harmcheck.stats.Interval;

/**
 * The rate of one attack as people's labels of a sample correct it, whatever the judge's error: see {@link
 * io.github.harmcheck.stats.TwoPhaseRate}. Shown beside the measured rate; nothing is gated on it.
 *
 * @param runId campaign it belongs to
 * @param attack id of the attack
 * @param rate corrected rate, 0..1
 * @param interval 95 % interval
 * @param labels findings that were labelled
 * @param findings findings they were drawn from, and those that needed no label
 * @since 0.1.0
 */
public record CorrectedRate(String runId, String attack, double rate, Interval interval, int labels, long findings) {}
