/**
 * Attacks: methods that turn a behavior into attempts to elicit it.
 */
@NullMarked
package io.github.harmcheck.attack;

import org.jspecify.annotations.NullMarked;
