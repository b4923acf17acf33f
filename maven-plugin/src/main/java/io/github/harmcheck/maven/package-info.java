/**
 * The Maven goals. They read files only and never call a model.
 */
@NullMarked
package io.github.harmcheck.maven;

import org.jspecify.annotations.NullMarked;
