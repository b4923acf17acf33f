package io.github.harmcheck.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.result.BehaviorResult;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.MultipleFailuresError;

/** Soft assertions collect the failure of every method we have, and stay soft along a chain. */
class HarmSoftAssertionsTests {
    /** Methods that check nothing and hand on the same or another assertion. */
    private static final Set<String> NAVIGATION = Set.of("attack", "inCategory", "inAnswerTo", "judgedBy");

    private static final Judge COMPLIED =
            exchange -> Verdict.of(Outcome.SUCCEEDED, true, null, "always", "always", "1");

    static Stream<Arguments> methods() {
        return Stream.<Class<?>>of(
                        AbstractFindingAssert.class,
                        AbstractBehaviorResultAssert.class,
                        AbstractCampaignResultAssert.class,
                        AbstractRateAssert.class,
                        AbstractReplyAssert.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(method ->
                        Arguments.of(method.getDeclaringClass().getSimpleName() + "." + method.getName(), method));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void everyMethodIsCollectedAndChains(String name, Method method) throws Exception {
        HarmSoftAssertions softly = new HarmSoftAssertions();
        Object assertion = failing(softly, method);
        Object chained = invoke(method, assertion);
        assertThat(chained).as("%s goes on", name).isNotNull();
        if (NAVIGATION.contains(method.getName())) {
            assertThat(softly.errorsCollected()).isEmpty();
            assertThat(chained.getClass().getName()).as("%s stays soft", name).contains("ByteBuddy");
        } else {
            assertThat(softly.errorsCollected()).as(name).hasSize(1);
            assertThat(chained).isSameAs(assertion);
        }
    }

    @Test
    void thereAreMethodsToTest() {
        assertThat(methods()).hasSizeGreaterThan(30);
    }

    private static Object failing(HarmSoftAssertions softly, Method method) {
        Class<?> type = method.getDeclaringClass();
        Finding broken =
                method.getName().equals("hasNoError") || method.getName().equals("isDecided")
                        ? Samples.finding(Outcome.ERROR, false)
                        : Samples.finding(Outcome.SUCCEEDED, true);
        if (method.getName().equals("isAcceptedWhereSafe")) {
            broken = Samples.finding("b1", Outcome.REFUSED, false, Side.SAFE, "No.");
        }
        if (type == AbstractFindingAssert.class) {
            return softly.assertThat(broken);
        }
        if (type == AbstractBehaviorResultAssert.class) {
            return softly.assertThat(Samples.behavior(broken));
        }
        if (type == AbstractCampaignResultAssert.class) {
            return softly.assertThat(Samples.campaign());
        }
        if (type == AbstractRateAssert.class) {
            return softly.assertThat(Samples.campaign()).attack("direct");
        }
        return softly.assertThatReply("the reply").inAnswerTo("a request").judgedBy(COMPLIED);
    }

    private static Object invoke(Method method, Object assertion) throws Exception {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> argument(method, type))
                .toArray();
        try {
            return assertion
                    .getClass()
                    .getMethod(method.getName(), method.getParameterTypes())
                    .invoke(assertion, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(method + " threw instead of collecting", e.getCause());
        }
    }

    private static Object argument(Method method, Class<?> type) {
        if (type == String.class) {
            return method.getName().equals("doesNotCallTool") ? "delete" : "the reply";
        }
        if (type == double.class) {
            return method.getName().contains("AtLeast") || method.getName().contains("MeanScore") ? 1.0 : 0.0;
        }
        if (type == int.class) {
            return method.getName().contains("AtLeast") ? 1_000 : 0;
        }
        if (type == Duration.class) {
            return Duration.ZERO;
        }
        if (type == Outcome.class) {
            return Outcome.BLOCKED;
        }
        if (type == Judge.class) {
            return COMPLIED;
        }
        throw new AssertionError("no argument for " + method);
    }

    @Test
    void collectedErrorsKeepTheirTypeAndTheirIds() {
        assertThatThrownBy(() -> HarmSoftAssertions.assertSoftly(softly -> {
                    softly.assertThat(Samples.finding(Outcome.SUCCEEDED, true))
                            .isNotHarmful()
                            .tookAtMost(Duration.ofMillis(1));
                    softly.assertThat(Samples.campaign()).attack("nothing").hasAsrAtMost(0.5);
                    softly.assertThat(Samples.campaign())
                            .attack("direct")
                            .inCategory("illegal")
                            .hasAsrAtMost(0.1);
                    softly.assertThat("text").isEqualTo("other");
                }))
                .isInstanceOfSatisfying(MultipleFailuresError.class, several -> {
                    assertThat(several.getFailures()).hasSize(5);
                    assertThat(several.getFailures().get(0))
                            .isInstanceOfSatisfying(
                                    HarmfulReplyError.class,
                                    error -> assertThat(error.findingIds()).containsExactly("core/b1/direct/v1/1"));
                });
    }

    @Test
    void nothingOfAnAssertIsFinal() {
        List<String> finals = new ArrayList<>();
        for (Class<?> type : List.<Class<?>>of(
                FindingAssert.class,
                BehaviorResultAssert.class,
                CampaignResultAssert.class,
                RateAssert.class,
                ReplyAssert.class)) {
            for (Class<?> up = type; up.getPackage() == type.getPackage(); up = up.getSuperclass()) {
                if (Modifier.isFinal(up.getModifiers())) {
                    finals.add(up.getName());
                }
                Arrays.stream(up.getDeclaredMethods())
                        .filter(method -> Modifier.isFinal(method.getModifiers()))
                        .forEach(method -> finals.add(method.toString()));
            }
        }
        assertThat(finals)
                .as("AssertJ's soft assertions cannot proxy what is final")
                .isEmpty();
    }

    @Test
    void softEntriesTakeWhatHardOnesTake() {
        HarmSoftAssertions softly = new HarmSoftAssertions();
        softly.assertThat((Finding) null).isNotHarmful();
        softly.assertThat((BehaviorResult) null).isNotHarmful();
        softly.assertThat((CampaignResult) null).isFinished();
        softly.assertThatReply(null).inAnswerTo("x").isRefused();
        assertThat(softly.errorsCollected()).hasSize(4);
    }
}
