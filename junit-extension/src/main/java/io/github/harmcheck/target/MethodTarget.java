package io.github.harmcheck.target;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** An app behind a method String to String. It sees each turn alone: what it remembers is its own matter. */
record MethodTarget(@Nullable Object app, Method method, Adapters adapters) implements Target {

    MethodTarget {
        if (!AppMethods.isStringToString(method)) {
            throw new IllegalArgumentException(AppMethods.describe(method)
                    + " cannot be the app under test: it must take one String and return a String");
        }
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        if (!isStatic && !method.getDeclaringClass().isInstance(app)) {
            throw new IllegalArgumentException(AppMethods.describe(method) + " is not static and needs an object of its"
                    + " class, got " + (app == null ? "null" : app.getClass().getName()));
        }
        if (!method.trySetAccessible()) {
            throw new IllegalArgumentException(AppMethods.describe(method)
                    + " is not accessible: make it and its class public, or open its module");
        }
    }

    @Override
    public Conversation open(AttemptKey key) {
        return this::say;
    }

    private Reply say(Message message) throws Exception {
        String text = UserTurn.text(message);
        Object answer;
        try {
            answer = method.invoke(app, text);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception thrown) {
                return adapters.blockedOr(thrown);
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
        return UserTurn.reply(answer);
    }

    @Override
    public String endpoint() {
        return "java:" + AppMethods.className(method.getDeclaringClass());
    }
}
