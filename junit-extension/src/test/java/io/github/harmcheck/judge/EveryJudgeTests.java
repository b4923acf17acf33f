package io.github.harmcheck.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No judge is left out of {@link JudgeContract}. */
class EveryJudgeTests {

    private static final String PACKAGE = "io.github.harmcheck.judge";

    @Test
    void isUnderTheContract() {
        Set<String> judges = judges(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(PACKAGE));
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages(PACKAGE);
        Set<String> contracts = tests.stream()
                .filter(type -> type.isAssignableTo(JudgeContract.class) && !type.isEquivalentTo(JudgeContract.class))
                .map(type -> type.getSimpleName().replaceFirst("Tests$", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(judges).hasSizeGreaterThanOrEqualTo(15);
        assertThat(judges)
                .allSatisfy(judge -> assertThat(contracts)
                        .as("a class %sTests extends JudgeContract, or a nested one for a judge made of judges", judge)
                        .containsAnyOf(judge, judge.replaceFirst("Judge$", "")));
    }

    private static Set<String> judges(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isAssignableTo(Judge.class) && !type.isInterface())
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
