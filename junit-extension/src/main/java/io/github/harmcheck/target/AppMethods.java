package io.github.harmcheck.target;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the method of an object that answers a text with a text. */
final class AppMethods {
    private AppMethods() {}

    /**
     * Returns the public instance methods String to String, those of its own class where it has any, otherwise the
     * inherited ones; in the order of their names.
     */
    static List<Method> candidates(Class<?> type) {
        Class<?> own = written(type);
        Map<String, Method> byName = new LinkedHashMap<>();
        for (Method method : type.getMethods()) {
            if (isCandidate(method)) {
                byName.putIfAbsent(method.getName(), method);
            }
        }
        List<Method> all = byName.values().stream()
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        List<Method> declared =
                all.stream().filter(method -> declares(own, method)).toList();
        return declared.isEmpty() ? all : declared;
    }

    static boolean isStringToString(Method method) {
        return method.getReturnType() == String.class
                && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class});
    }

    static String describe(Method method) {
        StringBuilder parameters = new StringBuilder();
        for (Class<?> type : method.getParameterTypes()) {
            parameters.append(parameters.isEmpty() ? "" : ", ").append(type.getSimpleName());
        }
        return method.getReturnType().getSimpleName()
                + ' '
                + className(method.getDeclaringClass())
                + '.'
                + method.getName()
                + '('
                + parameters
                + ')';
    }

    /** Returns the name of a class; of a lambda, a proxy or a generated subclass only the part that someone wrote. */
    static String className(Class<?> type) {
        String name = type.getName();
        int generated = name.indexOf("$$");
        return generated > 0 ? name.substring(0, generated) : name;
    }

    private static boolean isCandidate(Method method) {
        String owner = method.getDeclaringClass().getName();
        return isStringToString(method)
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && !owner.startsWith("java.")
                && !owner.startsWith("javax.");
    }

    /** Spring, Mockito and others subclass a bean at run time; the methods that count are the bean's. */
    private static Class<?> written(Class<?> type) {
        Class<?> current = type;
        while (current.getSuperclass() != null
                && current.getSuperclass() != Object.class
                && (current.getName().contains("$$") || current.getName().contains("$MockitoMock$"))) {
            current = current.getSuperclass();
        }
        return current;
    }

    private static boolean declares(Class<?> type, Method method) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(own -> own.getName().equals(method.getName()) && isStringToString(own));
    }
}
