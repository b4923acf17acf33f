package io.github.harmcheck.langchain4j;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.internal.FreshIds;
import io.github.harmcheck.langchain4j.AiServiceMethods.UserMethod;
import java.util.Set;
import java.util.UUID;

/** Makes memory ids of the type a service asks for, each used for one conversation. */
final class MemoryIds {
    private static final Set<Class<?>> TYPES = Set.of(
            String.class,
            Object.class,
            CharSequence.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            UUID.class);

    private MemoryIds() {}

    static void require(UserMethod method) {
        if (!TYPES.contains(method.memoryIdType())) {
            throw new IllegalArgumentException("the @MemoryId of " + method.describe() + " is a "
                    + method.memoryIdType().getName()
                    + "; HarmCheck makes ids of type String, Object, int, long and UUID. Annotate a method"
                    + " String -> String of the test that calls the service with an id of its own");
        }
    }

    static Object fresh(Class<?> type, AttemptKey key) {
        if (type == int.class || type == Integer.class) {
            return FreshIds.smallNumber();
        }
        if (type == long.class || type == Long.class) {
            return FreshIds.number();
        }
        return type == UUID.class ? UUID.randomUUID() : FreshIds.text(key.id());
    }
}
