/**
 * Reports for people and machines, written from journals as a stream.
 */
@NullMarked
package io.github.harmcheck.report;

import org.jspecify.annotations.NullMarked;
