package io.github.harmcheck.report.templates;

/**
 * A name and a value.
 *
 * @param name what it is
 * @param value what it was; safe to show on one line
 */
record Fact(String name, String value) {}
