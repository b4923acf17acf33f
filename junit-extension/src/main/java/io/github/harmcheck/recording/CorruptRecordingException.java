package io.github.harmcheck.recording;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that should hold a recording does not. The message names the file and the fix. */
final class CorruptRecordingException extends IOException {
    private static final long serialVersionUID = 1L;

    CorruptRecordingException(Path file, String fault, @Nullable Throwable cause) {
        super(
                "the recording " + file + " cannot be used (" + fault
                        + "): restore the file or delete it, and record it again with -Dharmcheck.mode=auto",
                cause);
    }
}
