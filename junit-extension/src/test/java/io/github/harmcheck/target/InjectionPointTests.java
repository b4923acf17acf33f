package io.github.harmcheck.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.CurrentAttempt;
import io.github.harmcheck.core.Injection;
import io.github.harmcheck.core.Oracle;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // a scope is closed, never asked
class InjectionPointTests {
    private static final AttemptKey ONE = new AttemptKey("own", "one", "a", "v", 1);
    private static final AttemptKey TWO = new AttemptKey("own", "two", "a", "v", 1);

    private final InjectionPoint point = InjectionPoint.create();

    private static Injection text(String text) {
        return new Injection(text, Oracle.canary("x"));
    }

    private Optional<String> readAs(AttemptKey key) {
        try (CurrentAttempt.Scope ignored = CurrentAttempt.enter(key)) {
            return point.text();
        }
    }

    private Optional<String> readElsewhere() {
        return CompletableFuture.supplyAsync(point::text).join();
    }

    @Test
    void outsideOfAttemptsNothingIsPlanted() {
        assertThat(point.text()).isEmpty();
        assertThat(point.unread(ONE)).isEmpty();
    }

    @Test
    void eachAttemptReadsItsOwnTextAndNoneAfterIt() {
        AroundAttempt.Scope one = point.plant(ONE, text("for one"));
        AroundAttempt.Scope two = point.plant(TWO, text("for two"));

        assertThat(readAs(ONE)).contains("for one");
        assertThat(point.unread(ONE)).isEmpty();
        assertThat(point.unread(TWO)).contains("the app never read the planted text");
        assertThat(readAs(TWO)).contains("for two");
        one.close();
        two.close();
        assertThat(readAs(ONE)).isEmpty();
        assertThat(point.text()).isEmpty();
    }

    @Test
    void anAttemptThatPlantsNothingReadsNothing() {
        point.plant(ONE, text("for one"));

        assertThat(readAs(TWO)).isEmpty();
    }

    @Test
    void aThreadOfTheAppsOwnReadsWhatTheOnlyAttemptPlanted() {
        point.plant(ONE, text("for one"));

        assertThat(readElsewhere()).contains("for one");
        assertThat(point.unread(ONE)).isEmpty();
    }

    @Test
    void withSeveralAttemptsItReadsNothingAndTheReasonIsKept() {
        point.plant(ONE, text("for one"));
        point.plant(TWO, text("for two"));

        assertThat(readElsewhere()).isEmpty();
        assertThat(point.unread(ONE).orElseThrow()).contains("thread of its own", "concurrency = 1");
    }
}
