package io.github.harmcheck.recording;

import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.target.Target;
import java.util.Locale;

/** Refuses to replay what cannot be replayed: an app of which nobody sees the model's calls. */
final class OpaqueTargets {
    private OpaqueTargets() {}

    static void check(Target target, RecordMode mode, boolean boundaryExists) {
        if (mode == RecordMode.LIVE || boundaryExists || target.fingerprint().isPresent()) {
            return;
        }
        throw new IllegalArgumentException(
                "harmcheck.mode = " + mode.name().toLowerCase(Locale.ROOT) + ", but nothing that "
                        + Texts.quoted(target.name(), 120)
                        + " calls can be recorded. Wrap the app's model with LangChain4j.recording(model); or let the app call its"
                        + " model at RecordingProxy.start(upstream).baseUrl(); or name the files that decide its answers (prompts,"
                        + " configuration, code), so that its replies are recorded as long as these stay the same:"
                        + " @AppUnderTest(fingerprint = \"src/main/**\") or Targets.fingerprinted(target, \"src/main/**\")");
    }
}
