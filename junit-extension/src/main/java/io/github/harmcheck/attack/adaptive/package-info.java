/**
 * Attacks that search: they try things out on the app, have a model write for them, or both.
 *
 * <p>Each is a class that can be read beside its paper; the class comment names paper and section, and where it differs
 * and why. What they share is here too: {@code AdaptiveAttack} (settings and limits), {@code Attacker} (the helper model),
 * {@code Prompt} (its texts, resource files beside the classes) and {@code Search} (the app and the attack judge). Each
 * attempt hands in one final dialogue, which the engine plays once in a fresh conversation; only that is judged.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.harmcheck.attack.adaptive;

import org.jspecify.annotations.NullMarked;
