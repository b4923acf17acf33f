package io.github.harmcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.gate.ExpectedTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarmTestScannerTests {
    private static final String NESTED = "@org.junit.jupiter.api.Nested ";

    @TempDir
    Path folder;

    private Path annotations;
    private Path library;
    private Path tests;

    @BeforeEach
    void compileLibrary() throws IOException {
        annotations = compile(
                "annotations",
                List.of(),
                Map.of(
                        "io.github.harmcheck.jupiter.HarmBehavior",
                        "package io.github.harmcheck.jupiter;"
                                + "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                                + "public @interface HarmBehavior {}",
                        "io.github.harmcheck.jupiter.PhysicalSafety",
                        "package io.github.harmcheck.jupiter;"
                                + "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                                + "public @interface PhysicalSafety {}"));
        library = compile(
                "library",
                List.of(annotations),
                Map.of(
                        "lib.Deep",
                        "package lib; @io.github.harmcheck.jupiter.HarmBehavior"
                                + " @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                                + " public @interface Deep {}",
                        "lib.TeamCheck",
                        "package lib; @Deep"
                                + " @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                                + " public @interface TeamCheck {}",
                        "lib.Root",
                        "package lib; public abstract class Root {"
                                + " @io.github.harmcheck.jupiter.PhysicalSafety void fromRoot() {} "
                                + NESTED
                                + "public class InRoot { @io.github.harmcheck.jupiter.HarmBehavior void nestedInRoot() {} } }",
                        "lib.Base",
                        "package lib; public abstract class Base extends Root {"
                                + " @TeamCheck void fromBase() {} @TeamCheck void replaced() {} }",
                        "lib.Contract",
                        "package lib; public interface Contract { @TeamCheck default void fromInterface() {} }"));
    }

    @Test
    void findsBothAnnotationsAndNothingElse() throws IOException {
        tests(Map.of(
                "a.OneIT",
                "package a; class OneIT { @io.github.harmcheck.jupiter.HarmBehavior void harm() {}"
                        + " @io.github.harmcheck.jupiter.PhysicalSafety void advice(Object finding) {}"
                        + " @Deprecated void other() {} }"));

        assertThat(scan()).containsExactly("a.OneIT#advice", "a.OneIT#harm");
    }

    @Test
    void followsAnnotationsOfTheTeamIntoOtherJars() throws IOException {
        tests(Map.of("a.OneIT", "package a; class OneIT { @lib.TeamCheck void composed() {} }"));

        assertThat(scan()).containsExactly("a.OneIT#composed");
    }

    @Test
    void findsInheritedMethodsUnderTheClassThatRunsThem() throws IOException {
        tests(Map.of(
                "a.OneIT", "package a; class OneIT extends lib.Base implements lib.Contract { void replaced() {} }"));

        assertThat(scan())
                .containsExactly(
                        "a.OneIT#fromBase",
                        "a.OneIT#fromInterface",
                        "a.OneIT#fromRoot",
                        "lib.Root$InRoot#nestedInRoot");
    }

    @Test
    void leavesOutAbstractClassesButNotTheirHeirs() throws IOException {
        tests(Map.of(
                "a.AbstractIT",
                "package a; abstract class AbstractIT { @lib.TeamCheck void harm() {} "
                        + NESTED
                        + "class Inner { @lib.TeamCheck void nested() {} } }",
                "a.HeirIT",
                "package a; class HeirIT extends AbstractIT {}"));

        assertThat(scan()).containsExactly("a.AbstractIT$Inner#nested", "a.HeirIT#harm");
    }

    @Test
    void anAbstractClassWithoutHeirsHasNoTests() throws IOException {
        tests(Map.of(
                "a.AbstractIT",
                "package a; abstract class AbstractIT { @lib.TeamCheck void harm() {} "
                        + NESTED
                        + "class Inner { @lib.TeamCheck void nested() {} } }"));

        assertThat(scan()).isEmpty();
    }

    @Test
    void findsNestedClassesAtAnyDepth() throws IOException {
        tests(
                Map.of(
                        "a.OneIT",
                        "package a; class OneIT { " + NESTED + "class In { " + NESTED
                                + "class Deeper { @lib.TeamCheck void harm() {} } } static class Still { @lib.TeamCheck void harm() {} } }"));

        assertThat(scan()).containsExactly("a.OneIT$In$Deeper#harm", "a.OneIT$Still#harm");
    }

    @Test
    void whatIsDisabledOrCannotRunMustNotPassSilently() throws IOException {
        tests(Map.of(
                "a.OneIT",
                "package a; @org.junit.jupiter.api.Disabled class OneIT {"
                        + " @lib.TeamCheck void disabled() {} @lib.TeamCheck private void hidden() {} }"));

        assertThat(scan()).containsExactly("a.OneIT#disabled", "a.OneIT#hidden");
    }

    @Test
    void aMissingFolderHasNoTests() {
        assertThat(HarmTestScanner.scan(folder.resolve("missing"), List.of())).isEmpty();
    }

    private void tests(Map<String, String> sources) throws IOException {
        tests = compile("tests", List.of(annotations, library), sources);
    }

    private List<String> scan() {
        return HarmTestScanner.scan(tests, List.of(annotations, library)).stream()
                .map(ExpectedTest::name)
                .toList();
    }

    private Path compile(String name, List<Path> classpath, Map<String, String> sources) throws IOException {
        Path out = Files.createDirectories(folder.resolve(name));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", out.toString(), "-cp"));
        List<String> entries =
                new ArrayList<>(classpath.stream().map(Path::toString).toList());
        entries.add(System.getProperty("java.class.path"));
        arguments.add(String.join(System.getProperty("path.separator"), entries));
        for (Map.Entry<String, String> source : new TreeMap<>(sources).entrySet()) {
            Path file = folder.resolve(name + "-src").resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(status)
                .as("compiles %s", Arrays.toString(sources.keySet().toArray()))
                .isZero();
        return out;
    }
}
