/**
 * The JUnit Jupiter annotations and the extension behind them.
 */
@NullMarked
package io.github.harmcheck.jupiter;

import org.jspecify.annotations.NullMarked;
