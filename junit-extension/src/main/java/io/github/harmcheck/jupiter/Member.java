package io.github.harmcheck.jupiter;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * A field or method of the test that supplies a part of the campaign.
 *
 * @param element the field or method
 */
record Member(AnnotatedElement element) {

    /**
     * Returns the annotated members of the innermost class that has any, those of its superclasses included, sorted by
     * name. A member hides one of the same name in a superclass.
     *
     * @param innermostFirst the test class and the classes around it
     */
    static List<Member> find(List<Class<?>> innermostFirst, Class<? extends Annotation> annotation) {
        for (Class<?> type : innermostFirst) {
            List<Member> members = find(type, annotation);
            if (!members.isEmpty()) {
                return members;
            }
        }
        return List.of();
    }

    private static List<Member> find(Class<?> type, Class<? extends Annotation> annotation) {
        List<Member> members = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<AnnotatedElement> found = new ArrayList<>();
        found.addAll(AnnotationSupport.findAnnotatedFields(
                type, annotation, field -> true, HierarchyTraversalMode.BOTTOM_UP));
        found.addAll(AnnotationSupport.findAnnotatedMethods(type, annotation, HierarchyTraversalMode.BOTTOM_UP));
        found.addAll(overridden(type, annotation));
        found.sort(Comparator.comparingInt(element -> -depth(declaring(element))));
        for (AnnotatedElement element : found) {
            Member member = new Member(element);
            if (names.add(member.name())) {
                members.add(member);
            }
        }
        members.sort(Comparator.comparing(Member::name));
        return members;
    }

    /** An abstract method that a base class annotates and each of its heirs implements is found nowhere else. */
    private static List<AnnotatedElement> overridden(Class<?> type, Class<? extends Annotation> annotation) {
        List<AnnotatedElement> methods = new ArrayList<>();
        for (Class<?> up = type.getSuperclass(); up != null; up = up.getSuperclass()) {
            for (Method method : up.getDeclaredMethods()) {
                if (!method.isSynthetic() && AnnotationSupport.isAnnotated(method, annotation)) {
                    methods.add(method);
                }
            }
        }
        return methods;
    }

    /** Returns the name of the field or method. */
    String name() {
        return element instanceof Field field ? field.getName() : ((Method) element).getName();
    }

    /** Returns whether this is a method String to String, which is the app itself rather than its supplier. */
    boolean isApp() {
        return element instanceof Method method
                && method.getParameterCount() == 1
                && method.getParameterTypes()[0] == String.class;
    }

    /** Returns the method that is the app itself. */
    Method method() {
        return (Method) element;
    }

    /**
     * Returns the object the member belongs to, or null for a static one.
     *
     * @param instances the test's instances, innermost last
     */
    @Nullable
    Object owner(List<Object> instances) {
        int modifiers = element instanceof Field field ? field.getModifiers() : ((Method) element).getModifiers();
        if (Modifier.isStatic(modifiers)) {
            return null;
        }
        for (int i = instances.size() - 1; i >= 0; i--) {
            if (declaring(element).isInstance(instances.get(i))) {
                return instances.get(i);
            }
        }
        throw new ExtensionConfigurationException(this + " is an instance member, but there is no instance of "
                + declaring(element).getName() + "; make it static");
    }

    /**
     * Reads the field or calls the method without parameters.
     *
     * @throws Exception what the method threw
     */
    Object read(List<Object> instances) throws Exception {
        Object owner = owner(instances);
        Object value;
        if (element instanceof Field field) {
            field.setAccessible(true);
            value = field.get(owner);
        } else {
            value = call((Method) element, owner);
        }
        if (value == null) {
            throw new ExtensionConfigurationException(
                    this + " is null when the first node runs; set it in the field, a constructor or @BeforeEach");
        }
        return value;
    }

    private Object call(Method method, @Nullable Object owner) throws Exception {
        if (method.getParameterCount() > 0) {
            throw new ExtensionConfigurationException(
                    this + " takes parameters; give it none, or for an app one String, and let it return a value");
        }
        method.setAccessible(true);
        try {
            return method.invoke(owner);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Exception exception) {
                throw exception;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    @Override
    public String toString() {
        return declaring(element).getSimpleName() + "." + name();
    }

    private static Class<?> declaring(AnnotatedElement element) {
        return element instanceof Field field ? field.getDeclaringClass() : ((Method) element).getDeclaringClass();
    }

    private static int depth(Class<?> type) {
        int depth = 0;
        for (Class<?> up = type.getSuperclass(); up != null; up = up.getSuperclass()) {
            depth++;
        }
        return depth;
    }
}
