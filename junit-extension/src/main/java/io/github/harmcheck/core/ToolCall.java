package io.github.harmcheck.core;

/**
 * A tool the app called while it answered.
 *
 * @param name name of the tool
 * @param arguments its arguments as the model wrote them, usually JSON; untrusted text
 * @since 0.1.0
 */
public record ToolCall(String name, String arguments) {}
