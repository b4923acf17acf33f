/**
 * What HarmCheck costs beside a bare HTTP client and another evaluation library, measured on loopback. Compiled by the
 * profile {@code bench} only; ships with nothing.
 */
@NullMarked
package io.github.harmcheck.bench;

import org.jspecify.annotations.NullMarked;
