package io.github.harmcheck.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.lenient;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.target.AroundAttempt;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;

/** The extension beside what else JUnit and its extensions do with instances, order, time and threads. */
class LifecycleTests {
    @TempDir
    Path output;

    static class ClosedAfterEachTestCases {
        static final AtomicInteger AFTER_CLOSE = new AtomicInteger();
        static final AtomicInteger CALLS = new AtomicInteger();

        private volatile boolean closed;

        @VerdictJudge
        final Judge judge = ScriptedApp::judge;

        @AppUnderTest
        String ask(String prompt) throws InterruptedException {
            Thread.sleep(5);
            CALLS.incrementAndGet();
            if (closed) {
                AFTER_CLOSE.incrementAndGet();
            }
            return new ScriptedApp().apply(prompt);
        }

        @AfterEach
        void close() {
            closed = true;
        }

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, tags = "refused", trials = 5, concurrency = 2)
        void refuses() {}
    }

    /** The first node stays open until the last attempt has ended, since its instance dies with it (trial). */
    @Test
    void theAppOfTheFirstNodeLivesUntilTheLastAttempt() {
        ClosedAfterEachTestCases.CALLS.set(0);
        HarmRun run = HarmRun.of(output, ClosedAfterEachTestCases.class);
        assertThat(run.containersFailed()).isEmpty();
        assertThat(ClosedAfterEachTestCases.CALLS).hasValue(40);
        assertThat(ClosedAfterEachTestCases.AFTER_CLOSE).hasValue(0);
    }

    static class InjectedTestCases {
        @AppUnderTest
        Function<String, String> app;

        @VerdictJudge
        Judge judge;

        @BeforeEach
        void inject() {
            app = new ScriptedApp();
            judge = ScriptedApp::judge;
        }

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, tags = "refused")
        void refuses() {}
    }

    @Test
    void anInstanceMemberIsReadAfterInjection() throws Exception {
        HarmRun run = HarmRun.of(output, InjectedTestCases.class);
        assertThat(run.failed()).isEmpty();
        assertThat(run.campaign().errors()).isZero();
    }

    static class OuterTestCases {
        @AppUnderTest
        final ScriptedApp outer = new ScriptedApp();

        @VerdictJudge
        final Judge judge = ScriptedApp::judge;

        @Nested
        class WithoutOwnTestCases {
            @HarmBehavior(dataset = ScriptedApp.REQUESTS, ids = "ok1")
            void refuses() {}
        }

        @Nested
        class WithOwnTestCases {
            @AppUnderTest
            final ScriptedApp inner = new ScriptedApp();

            @HarmBehavior(dataset = ScriptedApp.REQUESTS, ids = "ok1")
            void refuses() {}
        }
    }

    static class HeirTestCases extends OuterTestCases {}

    @Test
    void nestedTestsFindTheInnermostApp() throws Exception {
        HarmRun run = HarmRun.of(output, OuterTestCases.class);
        assertThat(run.failed()).isEmpty();
        assertThat(run.campaigns())
                .extracting(campaign -> campaign.header().target())
                .containsExactlyInAnyOrder("outer", "inner");
        assertThat(run.campaigns())
                .extracting(campaign -> campaign.header().testClass())
                .containsExactlyInAnyOrder(
                        OuterTestCases.WithoutOwnTestCases.class.getName(),
                        OuterTestCases.WithOwnTestCases.class.getName());
    }

    @Test
    void inheritedNestedTestsRunInTheHeir() throws Exception {
        HarmRun run = HarmRun.of(output, HeirTestCases.class);
        assertThat(run.failed()).isEmpty();
        assertThat(run.campaigns()).hasSize(2);
    }

    abstract static class BaseTestCases {
        @AppUnderTest(name = "base")
        abstract String ask(String prompt);

        @VerdictJudge
        private final Judge judge = ScriptedApp::judge;

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, ids = "ok1")
        void refuses() {}
    }

    static class SubTestCases extends BaseTestCases {
        static final AtomicInteger CALLS = new AtomicInteger();

        @Override
        String ask(String prompt) {
            CALLS.incrementAndGet();
            return "I cannot.";
        }
    }

    @Test
    void membersAndTestsOfASuperclassAreInherited() throws Exception {
        SubTestCases.CALLS.set(0);
        HarmRun run = HarmRun.of(output, SubTestCases.class);
        assertThat(run.failed()).isEmpty();
        assertThat(SubTestCases.CALLS).hasValue(1);
        assertThat(run.campaign().header().target()).isEqualTo("base");
        assertThat(run.campaign().header().testClass()).isEqualTo(SubTestCases.class.getName());
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class PerClassTestCases {
        final List<String> order = Collections.synchronizedList(new ArrayList<>());
        static List<String> seen = List.of();

        @AppUnderTest
        final ScriptedApp app = new ScriptedApp();

        @VerdictJudge
        final Judge judge = ScriptedApp::judge;

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, ids = "ok1")
        @Order(2)
        void second() {
            order.add("second");
            seen = List.copyOf(order);
        }

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, ids = "ok2")
        @Order(1)
        void first() {
            order.add("first");
        }
    }

    @Test
    void oneInstancePerClassAndAnOrderOfMethodsAreKept() {
        HarmRun run = HarmRun.of(output, PerClassTestCases.class);
        assertThat(run.failed()).isEmpty();
        assertThat(PerClassTestCases.seen).containsExactly("first", "second");
    }

    static class TimeoutTestCases {
        @VerdictJudge
        final Judge judge = ScriptedApp::judge;

        @AppUnderTest
        String ask(String prompt) throws InterruptedException {
            Thread.sleep(150);
            return "I cannot.";
        }

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, tags = "refused", concurrency = 2)
        @Timeout(value = 400, unit = TimeUnit.MILLISECONDS)
        void refuses() {}

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, ids = "ok1")
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS)
        void slowBody() throws InterruptedException {
            Thread.sleep(5_000);
        }
    }

    @Test
    void aTimeoutIsForTheMethodNotForTheCampaign() {
        HarmRun run = HarmRun.of(output, TimeoutTestCases.class);
        assertThat(run.failed()).singleElement().asString().contains("slowBody", "timed out");
    }

    @ExtendWith(MockitoExtension.class)
    static class MockTestCases {
        @Mock
        Function<String, String> model;

        @VerdictJudge
        final Judge judge = ScriptedApp::judge;

        @AppUnderTest
        String ask(String prompt) {
            return model.apply(prompt);
        }

        @BeforeEach
        void answer() {
            // Only the first node's mock is asked, so strict stubs would fail all others.
            lenient()
                    .when(model.apply(org.mockito.ArgumentMatchers.anyString()))
                    .thenReturn("I cannot.");
        }

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, tags = "refused")
        void refuses() {}
    }

    @Test
    void mocksOfTheFirstNodeAnswerTheWholeCampaign() throws Exception {
        HarmRun run = HarmRun.of(output, MockTestCases.class);
        assertThat(run.failed()).isEmpty();
        assertThat(run.campaign().errors()).isZero();
        assertThat(run.started()).hasSize(8);
    }

    @HarmBehavior(dataset = ScriptedApp.REQUESTS, tags = "refused", sample = 2, seed = 3, trials = 2)
    @Retention(RetentionPolicy.RUNTIME)
    @java.lang.annotation.Target(ElementType.METHOD)
    @interface OurHarmCheck {}

    @AppUnderTest(name = "ours")
    @Retention(RetentionPolicy.RUNTIME)
    @interface OurApp {}

    static class ComposedTestCases {
        @OurApp
        final ScriptedApp app = new ScriptedApp();

        @VerdictJudge
        final Judge judge = ScriptedApp::judge;

        @OurHarmCheck
        void refuses(Finding finding) {}
    }

    @Test
    void aTeamWritesItsSettingsOnceInAnAnnotationOfItsOwn() throws Exception {
        HarmRun run = HarmRun.of(output, ComposedTestCases.class);
        assertThat(run.started()).hasSize(4);
        assertThat(run.campaign().header().target()).isEqualTo("ours");
    }

    static class AroundTestCases {
        static final ThreadLocal<String> TENANT = new ThreadLocal<>();
        static final AtomicInteger OPEN = new AtomicInteger();
        static final AtomicInteger WITHOUT = new AtomicInteger();
        static final AtomicInteger CALLS = new AtomicInteger();

        @VerdictJudge
        final Judge judge = ScriptedApp::judge;

        @AroundAttempts
        final AroundAttempt tenant = AroundTestCases::enter;

        private static AroundAttempt.Scope enter(AttemptKey key) {
            TENANT.set(key.behavior());
            OPEN.incrementAndGet();
            return () -> {
                TENANT.remove();
                OPEN.decrementAndGet();
            };
        }

        @AppUnderTest
        String ask(String prompt) {
            CALLS.incrementAndGet();
            if (TENANT.get() == null) {
                WITHOUT.incrementAndGet();
            }
            return "I cannot.";
        }

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, tags = "refused")
        void refuses() {}
    }

    @Test
    void aHookPreparesAndCleansTheThreadOfEachAttempt() {
        AroundTestCases.CALLS.set(0);
        HarmRun run = HarmRun.of(output, AroundTestCases.class);
        assertThat(run.failed()).isEmpty();
        assertThat(AroundTestCases.CALLS).hasValue(8);
        assertThat(AroundTestCases.WITHOUT).hasValue(0);
        assertThat(AroundTestCases.OPEN).hasValue(0);
    }

    static class ParallelTestCases {
        static final AtomicInteger CALLS = new AtomicInteger();

        @VerdictJudge
        final Judge judge = ScriptedApp::judge;

        @AppUnderTest
        String ask(String prompt) {
            CALLS.incrementAndGet();
            return new ScriptedApp().apply(prompt);
        }

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, tags = "refused", trials = 4)
        void one(Finding finding) {}

        @HarmBehavior(dataset = ScriptedApp.REQUESTS, tags = "refused", trials = 4)
        void two() {}
    }

    @Test
    void parallelNodesBeginOneCampaignForEachTest() throws Exception {
        ParallelTestCases.CALLS.set(0);
        HarmRun run = HarmRun.of(
                output,
                ParallelTestCases.class,
                "junit.jupiter.execution.parallel.enabled=true",
                "junit.jupiter.execution.parallel.mode.default=concurrent",
                "junit.jupiter.execution.parallel.config.strategy=fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism=8");
        assertThat(run.failed()).isEmpty();
        assertThat(run.containersFailed()).isEmpty();
        assertThat(run.started()).hasSize(40);
        assertThat(ParallelTestCases.CALLS).hasValue(64);
        assertThat(run.campaigns()).hasSize(2).allMatch(campaign -> campaign.trials() == 32);
    }
}
