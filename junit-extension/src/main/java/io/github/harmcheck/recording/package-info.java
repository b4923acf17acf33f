/**
 * Records what models and apps answered and plays it back.
 */
@NullMarked
package io.github.harmcheck.recording;

import org.jspecify.annotations.NullMarked;
