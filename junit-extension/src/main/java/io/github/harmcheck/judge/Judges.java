package io.github.harmcheck.judge;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Verdict;

/**
 * The judges that come with HarmCheck.
 *
 * @since 0.1.0
 */
public final class Judges {
    private Judges() {}

    /** Returns the default judge, which works offline and without a key. */
    public static Judge offline() {
        return exchange -> Verdict.of(Outcome.UNDECIDED, false, null, "no judge yet", "offline", "0");
    }
}
