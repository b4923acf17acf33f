package io.github.harmcheck.bench;

import java.net.URI;
import java.nio.file.Path;

/**
 * What one measured process does.
 *
 * @param attempts calls of the measured campaign
 * @param concurrency calls under way at a time
 * @param uri the endpoint
 * @param folder where it may write
 * @param datasets folder of the generated datasets
 */
record Job(int attempts, int concurrency, URI uri, Path folder, Path datasets) {
    private static final int MOST_TO_WARM_UP = 1_000;

    /** Returns the first campaign of a warm process: the same, but of at most 1,000 attempts. */
    Job warmUp() {
        return new Job(Math.min(attempts, MOST_TO_WARM_UP), concurrency, uri, folder, datasets);
    }
}
