/**
 * Rules that turn findings into PASS, FAIL or INCONCLUSIVE.
 */
@NullMarked
package io.github.harmcheck.gate;

import org.jspecify.annotations.NullMarked;
