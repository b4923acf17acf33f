/**
 * Plans and runs datasets x attacks against one target with one judge.
 */
@NullMarked
package io.github.harmcheck.campaign;

import org.jspecify.annotations.NullMarked;
