/**
 * Attacks that show the app an image.
 */
@NullMarked
package io.github.harmcheck.attack.image;

import org.jspecify.annotations.NullMarked;
