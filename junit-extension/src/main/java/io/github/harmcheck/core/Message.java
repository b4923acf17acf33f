package io.github.harmcheck.core;

/**
 * One message of a dialogue.
 *
 * @param role who speaks
 * @param text what is said; untrusted text
 * @since 0.1.0
 */
public record Message(Role role, String text) {

    /** Who speaks. */
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }

    /** Creates a user's message. */
    public static Message user(String text) {
        return new Message(Role.USER, text);
    }

    /** Creates a system message. */
    public static Message system(String text) {
        return new Message(Role.SYSTEM, text);
    }

    /** Creates the app's message. */
    public static Message assistant(String text) {
        return new Message(Role.ASSISTANT, text);
    }
}
