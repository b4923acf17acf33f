package io.github.harmcheck.langchain4j;

import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.UserName;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the method of an AI service through which a user speaks. */
final class AiServiceMethods {
    private AiServiceMethods() {}

    /**
     * A method that takes the user's message.
     *
     * @param memoryIdIndex index of the memory id among the parameters, or -1
     */
    record UserMethod(Method method, int messageIndex, int memoryIdIndex) {
        Class<?> memoryIdType() {
            return method.getParameterTypes()[memoryIdIndex];
        }

        String describe() {
            return method.getDeclaringClass().getSimpleName()
                    + '.'
                    + method.getName()
                    + '('
                    + java.util.Arrays.stream(method.getParameterTypes())
                            .map(Class::getSimpleName)
                            .collect(Collectors.joining(", "))
                    + ')';
        }
    }

    static boolean isAiService(Object candidate) {
        return AiServiceContexts.of(candidate).isPresent()
                || interfaces(candidate).stream().anyMatch(AiServiceMethods::isAnnotated);
    }

    static UserMethod only(Object service) {
        List<UserMethod> methods = interfaces(service).stream()
                .flatMap(type -> java.util.Arrays.stream(type.getMethods()))
                .distinct()
                .sorted(Comparator.comparing(Method::toString))
                .map(AiServiceMethods::userMethod)
                .flatMap(Optional::stream)
                .toList();
        if (methods.size() == 1) {
            return methods.get(0);
        }
        String names = names(interfaces(service));
        if (methods.isEmpty()) {
            throw new IllegalArgumentException("the AI service " + names + " has no method that takes one String as the"
                    + " user's message, with or without a @MemoryId, and returns a String or a Result<String>:"
                    + " annotate a method String -> String of the test that calls the service");
        }
        throw new IllegalArgumentException(
                "the AI service " + names + " has several methods a user could speak through: "
                        + methods.stream().map(UserMethod::describe).collect(Collectors.joining(", "))
                        + ". Choose one with LangChain4j.aiService(service, method), or annotate a method String -> String of the"
                        + " test that calls it");
    }

    static UserMethod require(Object service, Method method) {
        if (!method.getDeclaringClass().isInstance(service)) {
            throw new IllegalArgumentException(
                    method.getDeclaringClass().getName() + " is not implemented by " + names(interfaces(service)));
        }
        return userMethod(method)
                .orElseThrow(() -> new IllegalArgumentException("the method " + method.getName() + " of "
                        + method.getDeclaringClass().getName()
                        + " must take one String as the user's message, besides that at most a @MemoryId, and return a"
                        + " String or a Result<String>"));
    }

    private static Optional<UserMethod> userMethod(Method method) {
        if (!Modifier.isAbstract(method.getModifiers()) || !answersWithText(method.getGenericReturnType())) {
            return Optional.empty();
        }
        Parameter[] parameters = method.getParameters();
        int message = -1;
        int memoryId = -1;
        for (int i = 0; i < parameters.length; i++) {
            if (memoryId < 0 && parameters[i].isAnnotationPresent(MemoryId.class)) {
                memoryId = i;
            } else if (message < 0 && isUserText(parameters[i])) {
                message = i;
            } else {
                return Optional.empty();
            }
        }
        return message < 0 ? Optional.empty() : Optional.of(new UserMethod(method, message, memoryId));
    }

    private static boolean isUserText(Parameter parameter) {
        return parameter.getType() == String.class && !parameter.isAnnotationPresent(UserName.class);
    }

    private static boolean answersWithText(Type type) {
        return type == String.class
                || (type instanceof ParameterizedType generic
                        && generic.getRawType() == Result.class
                        && generic.getActualTypeArguments()[0] == String.class);
    }

    private static boolean isAnnotated(Class<?> type) {
        if (type.isAnnotationPresent(SystemMessage.class)) {
            return true;
        }
        for (Method method : type.getMethods()) {
            if (method.isAnnotationPresent(UserMessage.class) || method.isAnnotationPresent(SystemMessage.class)) {
                return true;
            }
            for (Parameter parameter : method.getParameters()) {
                if (parameter.isAnnotationPresent(UserMessage.class) || parameter.isAnnotationPresent(MemoryId.class)) {
                    return true;
                }
            }
        }
        return false;
    }

    static Set<Class<?>> interfaces(Object candidate) {
        Set<Class<?>> found = new LinkedHashSet<>();
        for (Class<?> type = candidate.getClass(); type != null; type = type.getSuperclass()) {
            found.addAll(List.of(type.getInterfaces()));
        }
        return found;
    }

    static String names(Set<Class<?>> interfaces) {
        List<String> names = new ArrayList<>();
        interfaces.forEach(type -> names.add(type.getName()));
        return String.join(", ", names);
    }
}
