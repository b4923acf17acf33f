/**
 * Judge cards: how a judge's verdicts compare with people's labels. Knows verdicts, not judges.
 */
@NullMarked
package io.github.harmcheck.judge.card;

import org.jspecify.annotations.NullMarked;
