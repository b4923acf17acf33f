package io.github.harmcheck.langchain4j;

import dev.langchain4j.service.AiServiceContext;
import dev.langchain4j.service.AiServices;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;

/**
 * Finds what an AI service was built with. There is no public way to it, and it is the only place that says whether all
 * users share one chat memory, so we look behind the proxy and do without where a version of langchain4j is built
 * otherwise.
 */
final class AiServiceContexts {
    private AiServiceContexts() {}

    static Optional<AiServiceContext> of(Object service) {
        if (!Proxy.isProxyClass(service.getClass())) {
            return Optional.empty();
        }
        InvocationHandler handler = Proxy.getInvocationHandler(service);
        if (!handler.getClass().getName().startsWith("dev.langchain4j.service.")) {
            return Optional.empty();
        }
        try {
            for (Field field : handler.getClass().getDeclaredFields()) {
                if (AiServices.class.isAssignableFrom(field.getType()) && field.trySetAccessible()) {
                    Field context = AiServices.class.getDeclaredField("context");
                    return context.trySetAccessible()
                            ? Optional.ofNullable((AiServiceContext) context.get(field.get(handler)))
                            : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }
}
