/**
 * The port through which attacks and judges reach a helper model.
 */
@NullMarked
package io.github.harmcheck.llm;

import org.jspecify.annotations.NullMarked;
