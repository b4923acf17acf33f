/**
 * Attacks that reach the app through what it reads: documents, pages, mails, tool results.
 */
@NullMarked
package io.github.harmcheck.attack.injection;

import org.jspecify.annotations.NullMarked;
