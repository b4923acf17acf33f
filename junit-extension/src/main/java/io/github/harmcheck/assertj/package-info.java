/**
 * AssertJ assertions for replies, findings and campaign results.
 */
@NullMarked
package io.github.harmcheck.assertj;

import org.jspecify.annotations.NullMarked;
