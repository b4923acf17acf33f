/**
 * What a campaign found: findings and the rates computed from them.
 */
@NullMarked
package io.github.harmcheck.result;

import org.jspecify.annotations.NullMarked;
