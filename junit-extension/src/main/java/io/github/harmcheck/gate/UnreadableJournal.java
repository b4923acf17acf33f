package io.github.harmcheck.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A journal that cannot be believed.
 *
 * @param path where it is
 * @param message what is wrong with it, with its line; may quote untrusted text
 * @param start when its campaign began, or null where not even that can be read
 * @since 0.1.0
 */
public record UnreadableJournal(
        String path, String message, @Nullable Instant start) {

    /** Creates one of which it is not known when it began; it counts in every build until it is deleted. */
    public UnreadableJournal(String path, String message) {
        this(path, message, null);
    }
}
