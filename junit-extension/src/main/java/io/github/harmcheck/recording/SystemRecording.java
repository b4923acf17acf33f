package io.github.harmcheck.recording;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where calls belong that no campaign makes, for example those of a plain test: system properties and environment say
 * mode and folders, as they do for a campaign.
 */
final class SystemRecording {
    private static final Map<Place, RecordingRun> RUNS = new ConcurrentHashMap<>();
    private static final String LIST = UsedLists.PLAIN_TESTS + UUID.randomUUID() + UsedLists.ENDING;

    private SystemRecording() {}

    private record Place(RecordMode mode, Path folder) {}

    static RecordingRun current() {
        return RUNS.computeIfAbsent(
                new Place(mode(), folder().toAbsolutePath().normalize()), place -> run(place.mode(), place.folder()));
    }

    /** Returns a new run that no campaign makes. */
    static RecordingRun run(RecordMode mode, Path folder) {
        Path list = output().resolve(UsedLists.FOLDER).resolve(LIST);
        return new RecordingRun(mode, folder, new UsedRecordings(list, false));
    }

    private static RecordMode mode() {
        String text = text("mode", "HARMCHECK_MODE");
        if (text == null) {
            return RecordMode.LIVE;
        }
        for (RecordMode mode : RecordMode.values()) {
            if (mode.name().equalsIgnoreCase(text)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("harmcheck.mode is live, record, replay or auto, not "
                + io.github.harmcheck.internal.Texts.quoted(text.toLowerCase(Locale.ROOT), 40));
    }

    static Path folder() {
        String text = text("recordings", "HARMCHECK_RECORDINGS");
        return text == null ? base().resolve(Path.of("src", "test", "harmcheck", "recordings")) : Path.of(text);
    }

    private static Path output() {
        String text = text("output", "HARMCHECK_OUTPUT");
        return text == null ? base().resolve(Path.of("target", "harmcheck")) : Path.of(text);
    }

    private static Path base() {
        return Path.of(System.getProperty("basedir", ""));
    }

    private static @Nullable String text(String name, String variable) {
        String property = System.getProperty("harmcheck." + name);
        String text = property == null || property.isBlank() ? System.getenv(variable) : property;
        return text == null || text.isBlank() ? null : text.strip();
    }
}
