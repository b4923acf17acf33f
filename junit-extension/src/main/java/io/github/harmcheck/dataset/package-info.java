/**
 * Named lists of behaviors, built in or read from the formats that published datasets use.
 */
@NullMarked
package io.github.harmcheck.dataset;

import org.jspecify.annotations.NullMarked;
