/**
 * Frames: attacks that put the request into words, a form or a scene. The words are templates in resource files beside
 * the classes.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.harmcheck.attack.frame;

import org.jspecify.annotations.NullMarked;
