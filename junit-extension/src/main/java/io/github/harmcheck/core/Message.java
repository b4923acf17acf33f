package io.github.harmcheck.core;

import java.util.List;

/**
 * One message of a dialogue.
 *
 * @param role who speaks
 * @param text what is said; untrusted text
 * @param images what is shown with it, in order; none in most messages
 * @since 0.1.0
 */
public record Message(Role role, String text, List<Image> images) {
    public Message {
        images = List.copyOf(images);
    }

    /** Creates a message of text alone. */
    public Message(Role role, String text) {
        this(role, text, List.of());
    }

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

    /** Creates a user's message with images. */
    public static Message user(String text, List<Image> images) {
        return new Message(Role.USER, text, images);
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
