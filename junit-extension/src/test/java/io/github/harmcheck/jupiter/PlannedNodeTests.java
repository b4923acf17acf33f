package io.github.harmcheck.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.campaign.Plan;
import io.github.harmcheck.campaign.Plan.PlannedTrial;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Probe;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlannedNodeTests {

    @Test
    void untrustedTextInANameIsEscapedAndShort() {
        PlannedNode node = nodes(plan(trial("core", "b1", "one\r\n\u202e\u001b[31m" + "x".repeat(500))), Grain.FINDING)
                .get(0);
        assertThat(node.name())
                .startsWith("core/b1/direct/v1/1 \"one\\r\\n\\u202e\\u001b[31mxxx")
                .endsWith("…\"")
                .hasSizeLessThan(120);
    }

    @Test
    void behaviorsOfTheSameIdInTwoDatasetsAreTwoNodes() {
        Plan plan = plan(
                trial("core", "b1", "one"),
                trial("core", "b1", "one"),
                trial("other", "b1", "two"),
                trial("other", "b2", "three"));
        assertThat(nodes(plan, Grain.BEHAVIOR))
                .extracting(PlannedNode::name)
                .containsExactly("core/b1 \"one\"", "other/b1 \"two\"", "other/b2 \"three\"");
        assertThat(nodes(plan, Grain.BEHAVIOR).get(0).keys()).hasSize(2);
    }

    @Test
    void nodesAreReadAsTheyAreAskedForAndThePlanIsClosed() {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        Plan plan = new Plan(
                100,
                100,
                100,
                0,
                0,
                List.of(),
                List.of(),
                () -> Stream.iterate(1, n -> n + 1)
                        .limit(100)
                        .peek(n -> read.incrementAndGet())
                        .map(n -> trial("core", "b" + n, "text"))
                        .onClose(closed::incrementAndGet));
        try (Stream<PlannedNode> nodes = PlannedNode.of(plan, Grain.BEHAVIOR)) {
            assertThat(nodes.iterator().next().name()).isEqualTo("core/b1 \"text\"");
        }
        assertThat(read).hasValueLessThan(10);
        assertThat(closed).hasValue(1);
    }

    private static List<PlannedNode> nodes(Plan plan, Grain grain) {
        try (Stream<PlannedNode> nodes = PlannedNode.of(plan, grain)) {
            return nodes.toList();
        }
    }

    private static Plan plan(PlannedTrial... trials) {
        return new Plan(
                trials.length, trials.length, trials.length, 0, 0, List.of(), List.of(), () -> Stream.of(trials));
    }

    private static PlannedTrial trial(String dataset, String behavior, String text) {
        return new PlannedTrial(new AttemptKey(dataset, behavior, "direct", "v1", 1), text, Probe.HARM);
    }
}
