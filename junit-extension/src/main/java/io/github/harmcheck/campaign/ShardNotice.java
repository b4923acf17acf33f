package io.github.harmcheck.campaign;

import io.github.harmcheck.result.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Says once in a JVM which part of the plan it runs and why, and tells Bazel that its shards are heeded. Thread-safe. */
final class ShardNotice {
    private static final Set<ShardChoice> SAID = ConcurrentHashMap.newKeySet();

    private ShardNotice() {}

    /**
     * Returns the shard of a choice, having said it.
     *
     * @param statusFile {@code TEST_SHARD_STATUS_FILE}, without which Bazel fails a test that it split, or null
     */
    static @Nullable Shard heed(ShardChoice choice, @Nullable String statusFile) {
        Shard shard = choice.shard();
        if (shard != null && statusFile != null && !statusFile.isBlank()) {
            touch(statusFile.strip());
        }
        if (!choice.why().isEmpty() && SAID.add(choice)) {
            CampaignLog.info(
                    shard == null
                            ? "all of the plan is run: " + choice.why()
                            : "only shard " + shard + " of the plan is run: " + choice.why()
                                    + "; no rate is stated before harmcheck:merge has joined all " + shard.count()
                                    + ", harmcheck.shard=none runs all of it");
        }
        return shard;
    }

    private static void touch(String file) {
        try {
            Files.write(Path.of(file), new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException | InvalidPathException e) {
            CampaignLog.warn(
                    "TEST_SHARD_STATUS_FILE could not be touched, so that Bazel may call this test unsplit", e);
        }
    }
}
