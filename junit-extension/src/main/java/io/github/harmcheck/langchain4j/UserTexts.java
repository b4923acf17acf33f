package io.github.harmcheck.langchain4j;

import io.github.harmcheck.core.Message;

/** Takes only what a user says; a model or service has no other door for an attacker. */
final class UserTexts {
    private UserTexts() {}

    static String of(Message message) {
        if (message.role() != Message.Role.USER) {
            throw new IllegalArgumentException(
                    "an app is spoken to by its user, and this turn is a message of the " + message.role());
        }
        return message.text();
    }
}
