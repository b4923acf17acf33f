/**
 * Judges: they decide from the app's own words whether it complied.
 */
@NullMarked
package io.github.harmcheck.judge;

import org.jspecify.annotations.NullMarked;
