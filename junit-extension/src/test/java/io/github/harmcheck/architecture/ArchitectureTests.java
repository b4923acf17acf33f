package io.github.harmcheck.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Who may know whom. Each package lists the packages of ours it may use; {@code internal} is a leaf that any may use.
 * Plain tests, since rules in fields were seen to run silently zero tests.
 */
class ArchitectureTests {
    private static final String ROOT = "io.github.harmcheck";

    private static final Map<String, Set<String>> MAY_USE = mayUse();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static Map<String, Set<String>> mayUse() {
        Map<String, Set<String>> rules = new LinkedHashMap<>();
        rules.put("core", Set.of());
        rules.put("stats", Set.of());
        rules.put("internal", Set.of());
        rules.put("dataset", Set.of("core"));
        rules.put("llm", Set.of("core"));
        rules.put("target", Set.of("core", "llm"));
        rules.put("attack", Set.of("core", "llm"));
        rules.put("attack.encoding", Set.of("attack", "core", "llm"));
        rules.put("attack.frame", Set.of("attack", "attack.encoding", "core", "llm"));
        rules.put("attack.adaptive", Set.of("attack", "attack.frame", "core", "llm"));
        rules.put("judge", Set.of("core", "llm", "stats", "dataset", "judge.card", "result", "result.audit"));
        rules.put("attack.image", Set.of("attack", "core", "llm"));
        rules.put("attack.injection", Set.of("attack", "core", "llm"));
        rules.put("judge.card", Set.of("core", "stats", "dataset"));
        rules.put("result", Set.of("core", "stats"));
        rules.put("result.io", Set.of("core", "stats", "result"));
        rules.put("result.audit", Set.of("core", "stats", "dataset", "result", "result.io"));
        rules.put("gate", Set.of("result", "core", "stats"));
        rules.put("report", Set.of("gate", "result", "result.io", "result.audit", "core", "stats"));
        rules.put("report.templates", Set.of("report", "gate", "result", "result.audit", "core", "stats"));
        rules.put(
                "campaign",
                Set.of(
                        "core",
                        "stats",
                        "dataset",
                        "llm",
                        "target",
                        "attack",
                        "judge",
                        "judge.card",
                        "result",
                        "result.io",
                        "recording"));
        rules.put("assertj", Set.of("gate", "result", "core", "judge", "stats"));
        rules.put("recording", Set.of("core", "target", "llm", "judge"));
        rules.put("langchain4j", Set.of("target", "llm", "judge", "recording", "core"));
        return rules;
    }

    @Test
    void theRulesSeeTheWholeLibrary() {
        assertThat(CLASSES.size()).isGreaterThan(300);
        Set<String> packages = CLASSES.stream()
                .map(type -> type.getPackageName().substring(ROOT.length()))
                .filter(name -> !name.isEmpty())
                .map(name -> name.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ruled = new TreeSet<>(MAY_USE.keySet());
        ruled.add("jupiter");
        assertThat(ruled).as("every package has a rule").containsAll(packages);
    }

    @Test
    void packagesUseOnlyWhatTheyMay() {
        MAY_USE.forEach((name, allowed) -> packageRule(name, allowed).check(CLASSES));
    }

    @Test
    void thereAreNoCycles() {
        noCycles().check(CLASSES);
    }

    @Test
    void everyLibraryStaysWhereItBelongs() {
        LIBRARIES.forEach((library, homes) -> libraryRule(library, homes).check(CLASSES));
    }

    @Test
    void attacksNeverSeeTargetsOrJudges() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".attack..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".target..", ROOT + ".judge..")
                .check(CLASSES);
    }

    @Test
    void coreRecordsNameOnlyTheJdk() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".core")
                .should()
                .dependOnClassesThat(describe(
                        "neither the JDK nor core, internal or jspecify",
                        type -> !type.getPackageName().startsWith("java.")
                                && !type.getPackageName().equals(ROOT + ".core")
                                && !type.getPackageName().equals(ROOT + ".internal")
                                && !type.getPackageName().startsWith("org.jspecify")
                                && !type.isPrimitive()
                                && !type.isArray()))
                .check(CLASSES);
    }

    /** Rules that cannot be broken prove nothing: each kind is shown to see a dependency that exists. */
    @Test
    void eachKindOfRuleIsSeenRed() {
        assertThatThrownBy(() -> packageRule("campaign", Set.of("core")).check(CLASSES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("campaign");
        assertThatThrownBy(() ->
                        libraryRule("com.fasterxml.jackson..", List.of("stats")).check(CLASSES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("jackson");
        assertThatThrownBy(() -> SlicesRuleDefinition.slices()
                        .matching(ROOT + ".(*)..")
                        .should()
                        .notDependOnEachOther()
                        .check(CLASSES))
                .isInstanceOf(AssertionError.class);
    }

    private static final Map<String, List<String>> LIBRARIES = Map.of(
            "org.junit..",
            List.of("jupiter"),
            "org.opentest4j..",
            List.of("jupiter"),
            "org.assertj..",
            List.of("assertj"),
            "dev.langchain4j..",
            List.of("langchain4j"),
            "com.fasterxml.jackson..",
            List.of(
                    "result.io",
                    "dataset",
                    "judge",
                    "judge.card",
                    "report",
                    "target",
                    "internal",
                    "attack",
                    "recording"),
            "gg.jte..",
            List.of("report", "report.templates"),
            "de.siegmar.fastcsv..",
            List.of("dataset", "result.audit"),
            "org.apache.commons.statistics..",
            List.of("stats"));

    private static ArchRule packageRule(String name, Set<String> allowed) {
        Set<String> packages = allowed.stream().map(other -> ROOT + "." + other).collect(Collectors.toSet());
        packages.add(ROOT + "." + name);
        packages.add(ROOT + ".internal");
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name)
                .should()
                .dependOnClassesThat(describe(
                        "are ours, but not of " + new TreeSet<>(packages),
                        type -> type.getPackageName().startsWith(ROOT) && !packages.contains(type.getPackageName())))
                .allowEmptyShould(true);
    }

    private static ArchRule noCycles() {
        return SlicesRuleDefinition.slices()
                .matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(resideInAPackage(ROOT + ".report.templates"), inReport())
                .ignoreDependency(inReport(), resideInAPackage(ROOT + ".report.templates"));
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> inReport() {
        return resideInAPackage(ROOT + ".report");
    }

    private static ArchRule libraryRule(String library, List<String> homes) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        homes.stream().map(home -> ROOT + "." + home).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
