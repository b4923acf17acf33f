package io.github.harmcheck.jupiter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * One run through JUnit's launcher with all its registered listeners, as a build or an IDE makes it.
 *
 * @param ids unique ids of the nodes that ran, by display name
 * @param results how tests and containers ended, by display name
 */
record LaunchedRun(Map<String, String> ids, Map<String, TestExecutionResult> results) {

    static LaunchedRun of(Path output, DiscoverySelector... selectors) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .configurationParameter("harmcheck.output", output.toString())
                .configurationParameter(
                        "harmcheck.reviews", output.resolve("reviews.jsonl").toString())
                .build();
        Map<String, String> ids = Collections.synchronizedMap(new LinkedHashMap<>());
        Map<String, TestExecutionResult> results = Collections.synchronizedMap(new LinkedHashMap<>());
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier node, TestExecutionResult result) {
                if (node.isTest()) {
                    ids.put(node.getDisplayName(), node.getUniqueId());
                }
                results.put(node.getDisplayName(), result);
            }
        });
        return new LaunchedRun(ids, results);
    }

    List<String> nodes() {
        return new ArrayList<>(ids.keySet());
    }

    /** Returns the message a node or container ended with. */
    Optional<String> message(String displayName) {
        return Optional.ofNullable(results.get(displayName))
                .flatMap(TestExecutionResult::getThrowable)
                .map(Throwable::getMessage);
    }
}
