/**
 * Adapters for langchain4j: chat models and AI services as targets, judges and helpers.
 */
@NullMarked
package io.github.harmcheck.langchain4j;

import org.jspecify.annotations.NullMarked;
