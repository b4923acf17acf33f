package io.github.harmcheck.bench;

import java.nio.file.Path;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** {@code @HarmBehavior} under JUnit, one node for each behavior, with journal and reports. */
final class JunitPlatform implements Contestant {

    @Override
    public void run(Job job) throws Exception {
        Path dataset = Chat.dataset(job.datasets(), job.attempts());
        System.setProperty(BenchSafety.URI_PROPERTY, job.uri().toString());
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(BenchSafety.class))
                                .configurationParameter("harmcheck.dataset", "file:" + dataset)
                                .configurationParameter("harmcheck.concurrency", "" + job.concurrency())
                                .configurationParameter("harmcheck.maxCalls", "" + job.attempts())
                                .configurationParameter(
                                        "harmcheck.output", job.folder().toString())
                                .build(),
                        summary);
        long ended = summary.getSummary().getTestsSucceededCount()
                + summary.getSummary().getTestsAbortedCount(); // aborted: what counts in the rate
        long failed = summary.getSummary().getTotalFailureCount();
        Contestant.require(ended == job.attempts() && failed == 0, ended + " ended, " + failed + " failed");
    }
}
