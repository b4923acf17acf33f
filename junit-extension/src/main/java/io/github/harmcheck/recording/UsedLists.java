package io.github.harmcheck.recording;

import java.nio.file.Path;
import java.util.Objects;

/** Where runs leave their lists of used recordings: beside the folder of the journals, under the same name. */
final class UsedLists {
    static final String FOLDER = "recordings";
    static final String ENDING = ".txt";

    /** How the lists begin that calls outside of campaigns leave. */
    static final String PLAIN_TESTS = "jvm-";

    private UsedLists() {}

    static Path of(Path journal) {
        String name = journal.getFileName().toString();
        int end = name.lastIndexOf('.');
        return folder(journal).resolve((end < 0 ? name : name.substring(0, end)) + ENDING);
    }

    static Path folder(Path journal) {
        Path findings = Objects.requireNonNull(journal.toAbsolutePath().getParent(), "a journal lies in a folder");
        return findings.resolveSibling(FOLDER);
    }
}
