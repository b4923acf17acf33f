package io.github.harmcheck.maven;

import io.github.classgraph.AnnotationInfo;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.MethodInfo;
import io.github.classgraph.ScanResult;
import io.github.harmcheck.gate.ExpectedTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the tests that must have run, in compiled classes and without loading any: methods with {@code @HarmBehavior} or
 * {@code @PhysicalSafety}, also through an annotation of the team's own, inherited, or in nested classes. What JUnit will
 * never run although it is annotated (a private method, for example) is found too: it must not pass silently.
 */
final class HarmTestScanner {
    private static final String PACKAGE = "io.github.harmcheck.jupiter.";
    private static final Set<String> ANNOTATIONS = Set.of(PACKAGE + "HarmBehavior", PACKAGE + "PhysicalSafety");

    /** Longest chain of superclasses and annotations of annotations that is followed outside the test classes. */
    private static final int MAX_STEPS = 12;

    private HarmTestScanner() {}

    /**
     * Scans.
     *
     * @param testClasses folder of compiled test classes; one that does not exist has no tests
     * @param classpath what the test classes need, for superclasses and annotations that live elsewhere
     */
    static List<ExpectedTest> scan(Path testClasses, List<Path> classpath) {
        if (!Files.isDirectory(testClasses)) {
            return List.of();
        }
        Set<String> own = new TreeSet<>();
        Set<String> known = new HashSet<>();
        // As a list: a Path alone would be taken for an Iterable of its parts.
        try (ScanResult result = graph().overrideClasspath(List.of(testClasses)).scan()) {
            result.getAllClasses().forEach(type -> (type.isExternalClass() ? known : own).add(type.getName()));
        }
        known.removeIf(HarmTestScanner::isForeign);
        if (own.isEmpty()) {
            return List.of();
        }
        // Reading the whole class path would cost seconds and memory. Only what the tests refer to is read, step by
        // step.
        known.addAll(own);
        List<Path> everything = new ArrayList<>();
        everything.add(testClasses);
        everything.addAll(classpath);
        for (int step = 0; ; step++) {
            ClassGraph graph = graph().overrideClasspath(everything).acceptClasses(known.toArray(String[]::new));
            try (ScanResult result = graph.scan()) {
                Set<String> further = new HashSet<>();
                for (ClassInfo type : result.getAllClasses()) {
                    if (type.isExternalClass()) {
                        further.add(type.getName());
                    } else if (!own.contains(type.getName())) {
                        type.getInnerClasses().forEach(inner -> further.add(inner.getName()));
                    }
                }
                further.removeIf(HarmTestScanner::isForeign);
                if (!known.addAll(further) || step >= MAX_STEPS) {
                    return tests(result, own);
                }
            }
        }
    }

    private static ClassGraph graph() {
        return new ClassGraph()
                .enableClassInfo()
                .enableMethodInfo()
                .enableAnnotationInfo()
                .enableExternalClasses()
                .ignoreClassVisibility()
                .ignoreMethodVisibility()
                .disableNestedJarScanning();
    }

    private static boolean isForeign(String name) {
        return name.startsWith("java.")
                || name.startsWith("jdk.")
                || name.startsWith("org.junit.")
                || ANNOTATIONS.contains(name);
    }

    private static List<ExpectedTest> tests(ScanResult result, Set<String> own) {
        Set<ExpectedTest> tests = new HashSet<>();
        for (String name : own) {
            ClassInfo type = result.getClassInfo(name);
            if (type != null && isContainer(type)) {
                addTests(type, tests);
                // A nested class of a superclass runs once more inside every heir, under its own name.
                type.getSuperclasses().stream()
                        .flatMap(parent -> parent.getInnerClasses().stream())
                        .filter(inner -> isNested(inner) && !inner.isAbstract())
                        .forEach(inner -> addTests(inner, tests));
            }
        }
        return tests.stream()
                .sorted(Comparator.comparing(ExpectedTest::testClass).thenComparing(ExpectedTest::method))
                .toList();
    }

    /** A nested class of an abstract class runs only inside heirs, from where it is found. */
    private static boolean isContainer(ClassInfo type) {
        return !type.isAbstract()
                && !type.isInterfaceOrAnnotation()
                && !type.isAnonymousInnerClass()
                && !(isNested(type) && type.getOuterClasses().stream().anyMatch(outer -> outer.isAbstract()));
    }

    private static boolean isNested(ClassInfo type) {
        return type.hasAnnotation("org.junit.jupiter.api.Nested");
    }

    private static void addTests(ClassInfo type, Set<ExpectedTest> tests) {
        Set<String> overridden = new HashSet<>();
        List<ClassInfo> line = new ArrayList<>();
        line.add(type);
        line.addAll(type.getSuperclasses());
        line.addAll(type.getInterfaces());
        for (ClassInfo level : line) {
            for (MethodInfo method : level.getDeclaredMethodInfo()) {
                if (method.isSynthetic() || !overridden.add(signature(method)) || method.isAbstract()) {
                    continue;
                }
                if (method.getAnnotationInfo().stream().anyMatch(HarmTestScanner::isHarmTest)) {
                    tests.add(new ExpectedTest(type.getName(), method.getName()));
                }
            }
        }
    }

    private static String signature(MethodInfo method) {
        String descriptor = method.getTypeDescriptorStr();
        return method.getName() + descriptor.substring(0, descriptor.indexOf(')') + 1);
    }

    private static boolean isHarmTest(AnnotationInfo annotation) {
        if (ANNOTATIONS.contains(annotation.getName())) {
            return true;
        }
        ClassInfo type = annotation.getClassInfo();
        return type != null && type.getAnnotations().getNames().stream().anyMatch(ANNOTATIONS::contains);
    }
}
