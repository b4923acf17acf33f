/**
 * Files of a result: the journal, the reviews, and HarmBench's interchange formats.
 */
@NullMarked
package io.github.harmcheck.result.io;

import org.jspecify.annotations.NullMarked;
