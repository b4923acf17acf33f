package io.github.harmcheck.jupiter;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.io.JournalReader;
import io.github.harmcheck.result.io.Reviews;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs a fixture class in an engine of its own, with an output folder of its own. */
record HarmRun(EngineExecutionResults results, Path output) {

    static HarmRun of(Path output, Class<?> testCases, String... parameters) {
        return of(output, List.of(selectClass(testCases)), parameters);
    }

    static HarmRun method(Path output, Class<?> testCases, String method, Class<?>... parameterTypes) {
        return of(output, List.of(selectMethod(testCases, method, parameterTypes)));
    }

    static HarmRun of(Path output, List<? extends DiscoverySelector> selectors, String... parameters) {
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter")
                .selectors(selectors.toArray(DiscoverySelector[]::new))
                .configurationParameter("harmcheck.output", output.toString())
                .configurationParameter(
                        "harmcheck.reviews", output.resolve("reviews.jsonl").toString());
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            kit.configurationParameter(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return new HarmRun(kit.execute(), output);
    }

    /** Returns the journals the run left, oldest first. */
    List<CampaignResult> campaigns() throws IOException {
        List<CampaignResult> campaigns = new ArrayList<>();
        for (Path journal : JournalReader.journals(output.resolve("findings"))) {
            campaigns.add(JournalReader.read(journal, Reviews.none()));
        }
        campaigns.sort(
                (one, other) -> one.header().start().compareTo(other.header().start()));
        return campaigns;
    }

    CampaignResult campaign() throws IOException {
        List<CampaignResult> campaigns = campaigns();
        if (campaigns.size() != 1) {
            throw new AssertionError("expected one campaign, found " + campaigns.size());
        }
        return campaigns.get(0);
    }

    List<Finding> findings() throws IOException {
        try (Stream<Finding> findings = campaign().findings().stream()) {
            return findings.toList();
        }
    }

    /** Returns the display names of the nodes that ran, in order. */
    List<String> started() {
        return results.testEvents().started().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    /** Returns the messages of failed nodes. */
    List<String> failed() {
        return messages(results.testEvents().failed().stream());
    }

    List<String> aborted() {
        return messages(results.testEvents().aborted().stream());
    }

    /** Returns the messages of failed templates, classes and engines. */
    List<String> containersFailed() {
        return messages(results.containerEvents().failed().stream());
    }

    List<String> skipReasons() {
        return results.allEvents().skipped().stream()
                .map(event -> event.getRequiredPayload(String.class))
                .toList();
    }

    List<ReportEntry> reportEntries() {
        return results.allEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class))
                .toList();
    }

    Optional<Throwable> onlyFailure() {
        return results.allEvents().failed().stream().findFirst().flatMap(HarmRun::throwable);
    }

    private static List<String> messages(Stream<Event> events) {
        return events.map(event -> throwable(event).map(Throwable::getMessage).orElse(""))
                .toList();
    }

    private static Optional<Throwable> throwable(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class).getThrowable();
    }
}
