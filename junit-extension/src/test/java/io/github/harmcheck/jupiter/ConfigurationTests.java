package io.github.harmcheck.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.result.BehaviorResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.target.Target;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes are found before the first call, and their message names annotation, attribute, value and fix. */
class ConfigurationTests {
    @TempDir
    Path output;

    static class TestCases {
        @AppUnderTest
        final ScriptedApp app = new ScriptedApp();

        @VerdictJudge
        final Judge judge = ScriptedApp::judge;

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, maxAsr = 5)
        void rateAboveOne() {}

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, maxAsr = Double.NaN)
        void rateNotANumber() {}

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, sample = 0)
        void noSample() {}

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, bound = "lower")
        void wrongBound() {}

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, callTimeout = "soon")
        void wrongDuration() {}

        @HarmBehavior(dataset = "koer")
        void unknownDataset() {}

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, attacks = "driect")
        void unknownAttack() {}

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, attackOptions = "templates")
        void wrongOption() {}

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, ids = "nobody")
        void unknownId() {}

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, attacks = "question")
        void attackThatSuitsNothing() {}

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, targets = "other")
        void unknownTarget() {}

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, judge = "other")
        void unknownJudge() {}

        @HarmBehavior(dataset = ScriptedApp.REQUESTS)
        void twoGrains(Finding finding, BehaviorResult result) {}

        @HarmBehavior(dataset = ScriptedApp.REQUESTS)
        @PhysicalSafety
        void twoAnnotations() {}
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("rateAboveOne", "maxAsr = 5.0"),
                Arguments.of("rateNotANumber", "maxAsr = NaN"),
                Arguments.of("noSample", "sample = 0"),
                Arguments.of("wrongBound", "bound = \"lower\""),
                Arguments.of("wrongDuration", "callTimeout = \"soon\""),
                Arguments.of("unknownDataset", "dataset = [koer]"),
                Arguments.of("unknownAttack", "attacks = [driect]"),
                Arguments.of("wrongOption", "attackOptions = \"templates\""),
                Arguments.of("unknownId", "nobody"),
                Arguments.of("attackThatSuitsNothing", "attacks = [question]"),
                Arguments.of("unknownTarget", "targets = \"other\""),
                Arguments.of("unknownJudge", "judge = \"other\""),
                Arguments.of("twoGrains", "Finding"),
                Arguments.of("twoAnnotations", "@PhysicalSafety"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesNameTheAttributeAndTheValue(String method, String expected) {
        HarmRun run = HarmRun.method(output, TestCases.class, method, parameterTypes(TestCases.class, method));
        assertThat(run.started()).isEmpty();
        assertThat(run.onlyFailure()).get().isInstanceOf(ExtensionConfigurationException.class);
        assertThat(run.containersFailed())
                .singleElement()
                .asString()
                .contains("@HarmBehavior on", "TestCases." + method, expected);
        assertThat(output.resolve("findings")).doesNotExist();
    }

    private static Class<?>[] parameterTypes(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .map(Method::getParameterTypes)
                .orElseThrow();
    }

    static class NoAppTestCases {
        @HarmBehavior(dataset = ScriptedApp.REQUESTS)
        void refuses() {}
    }

    @Test
    void withoutAnAppTheMessageSaysWhatToAnnotate() {
        HarmRun run = HarmRun.of(output, NoAppTestCases.class);
        assertThat(run.containersFailed()).singleElement().asString().contains("@AppUnderTest", "NoAppTestCases");
    }

    static class NullAppTestCases {
        @AppUnderTest
        Target app;

        @HarmBehavior(dataset = ScriptedApp.REQUESTS)
        void refuses() {}
    }

    @Test
    void anAppThatIsNullFailsTheFirstNode() {
        HarmRun run = HarmRun.of(output, NullAppTestCases.class);
        assertThat(run.failed()).singleElement().asString().contains("NullAppTestCases.app is null");
    }

    static class WrongJudgeTestCases {
        @AppUnderTest
        final ScriptedApp app = new ScriptedApp();

        @VerdictJudge
        final String judge = "me";

        @HarmBehavior(dataset = ScriptedApp.REQUESTS)
        void refuses() {}
    }

    @Test
    void aJudgeOfAnotherTypeFailsTheFirstNode() {
        HarmRun run = HarmRun.of(output, WrongJudgeTestCases.class);
        assertThat(run.failed()).singleElement().asString().contains("@VerdictJudge", "java.lang.String", "Judge");
    }

    @Test
    void aWrongSettingNamesTheSetting() {
        HarmRun run = HarmRun.of(output, SettingTestCases.class, "harmcheck.trials=many");
        assertThat(run.containersFailed()).singleElement().asString().contains("harmcheck.trials", "\"many\"");
    }

    static class SettingTestCases {
        @AppUnderTest
        final ScriptedApp app = new ScriptedApp();

        @VerdictJudge
        final Judge judge = ScriptedApp::judge;

        @HarmBehavior(
                dataset = ScriptedApp.REQUESTS,
                ids = {"ok1", "ok2"},
                seed = 5)
        void refuses() {}
    }

    @Test
    void anAttributeGoesBeforeASettingAndASettingBeforeTheDefault() throws Exception {
        HarmRun run = HarmRun.of(
                output, SettingTestCases.class, "harmcheck.seed=9", "harmcheck.trials=2", "harmcheck.maxAsr=20%");
        assertThat(run.campaign().header().seed()).isEqualTo(5);
        assertThat(run.campaign().header().trials()).isEqualTo(2);
        assertThat(run.campaign().header().limits().maxAsr()).isEqualTo(0.2);
        assertThat(run.campaign().header().limits().minSafeAccepted()).isEqualTo(0.5);
    }

    static class OverloadedTestCases {
        @AppUnderTest
        final ScriptedApp app = new ScriptedApp();

        @VerdictJudge
        final Judge judge = ScriptedApp::judge;

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, ids = "ok1")
        void refuses() {}

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, ids = "ok1")
        void refuses(Finding finding) {}
    }

    @Test
    void overloadedTestsAreOneNameInTheResultsAndSoAMistake() {
        HarmRun run = HarmRun.of(output, OverloadedTestCases.class);
        assertThat(run.started()).isEmpty();
        assertThat(run.containersFailed())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message).contains("refuses()", "refuses(Finding)", "rename one"));
    }
}
