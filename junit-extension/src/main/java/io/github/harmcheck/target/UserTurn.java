package io.github.harmcheck.target;

import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import org.jspecify.annotations.Nullable;

/** What every adapter checks about what goes in and what comes out. */
final class UserTurn {
    private UserTurn() {}

    /** Returns the text of a user's message; an app has no other door for an attacker. */
    static String text(Message message) {
        if (message.role() != Message.Role.USER) {
            throw new IllegalArgumentException(
                    "an app is spoken to by its user, and this turn is a message of the " + message.role());
        }
        return message.text();
    }

    /** Returns the reply of an app that answers with a text. */
    static Reply reply(@Nullable Object answer) {
        if (answer == null) {
            throw new NullReplyException();
        }
        if (answer instanceof String text) {
            return Reply.of(text);
        }
        throw new ClassCastException("the app returned a " + answer.getClass().getName() + " and not a String");
    }
}
