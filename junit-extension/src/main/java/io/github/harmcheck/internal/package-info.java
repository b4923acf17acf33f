/**
 * Leaf utilities without knowledge of the rest: JSON, hashes, seeded choices, safe texts. Not public API.
 */
@NullMarked
package io.github.harmcheck.internal;

import org.jspecify.annotations.NullMarked;
