/**
 * Statistics of attack success rates: intervals, tests between two runs, and what a gate can detect.
 */
@NullMarked
package io.github.harmcheck.stats;

import org.jspecify.annotations.NullMarked;
