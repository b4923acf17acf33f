/**
 * The words of the field as immutable records: what an app must not do, what it said, and what a judge decided.
 */
@NullMarked
package io.github.harmcheck.core;

import org.jspecify.annotations.NullMarked;
