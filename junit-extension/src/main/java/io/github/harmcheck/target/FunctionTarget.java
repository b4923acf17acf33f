package io.github.harmcheck.target;

import io.github.harmcheck.core.AttemptKey;
import java.util.function.Function;

/** An app behind a function. It sees each turn alone: what it remembers is its own matter. */
record FunctionTarget(Function<?, ?> app, Adapters adapters) implements Target {

    @Override
    public Conversation open(AttemptKey key) {
        @SuppressWarnings("unchecked") // a wrong parameter type shows as a ClassCastException of the first call
        Function<Object, ?> function = (Function<Object, ?>) app;
        return message -> {
            String text = UserTurn.text(message);
            Object answer;
            try {
                answer = function.apply(text);
            } catch (Exception e) {
                return adapters.blockedOr(e);
            }
            return UserTurn.reply(answer);
        };
    }

    @Override
    public String endpoint() {
        return "java:" + AppMethods.className(app.getClass());
    }
}
