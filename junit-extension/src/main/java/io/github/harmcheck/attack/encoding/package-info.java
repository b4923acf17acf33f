/**
 * Encodings: attacks that write the request in another alphabet, code or order, and read the reply back.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.harmcheck.attack.encoding;

import org.jspecify.annotations.NullMarked;
