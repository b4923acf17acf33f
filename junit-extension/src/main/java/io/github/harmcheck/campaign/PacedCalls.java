package io.github.harmcheck.campaign;

import io.github.harmcheck.core.Overload;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.internal.Seeds;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls to one endpoint as hard as it allows and no harder. A call that the endpoint turned away without doing any
 * work is made again after a wait; every other failure is the caller's, since a call that may have been answered would
 * be paid twice and its verdict rolled again.
 */
final class PacedCalls {
    static final Duration FIRST_WAIT = Duration.ofMillis(500);
    static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Endpoint endpoint;
    private final Pace pace;
    private final long seed;
    private final Function<Throwable, Optional<Overload>> overload;
    private final Runnable retried;

    PacedCalls(
            Endpoint endpoint,
            Pace pace,
            long seed,
            Function<Throwable, Optional<Overload>> overload,
            Runnable retried) {
        this.endpoint = endpoint;
        this.pace = pace;
        this.seed = seed;
        this.overload = overload;
        this.retried = retried;
    }

    /**
     * Makes a call, again where it was turned away.
     *
     * @param name what the call is for; decides its waits, with the seed
     * @param slot holds the place of the call under way, so that it can be given back from outside; a place taken before
     *     is in it
     * @param again whether the call can be made again
     */
    <T> T make(
            String name,
            AtomicReference<Endpoint.@Nullable Place> slot,
            Call<T> call,
            Function<T, @Nullable Usage> usage,
            BooleanSupplier again)
            throws Exception {
        for (int retries = 0; ; retries++) {
            Endpoint.Place taken = slot.get();
            Endpoint.Place place = taken == null ? acquire() : taken;
            slot.set(place);
            Overload turnedAway;
            try {
                T answer = call.make(retries);
                place.answered(tokens(usage.apply(answer)));
                return answer;
            } catch (Exception e) {
                turnedAway = overload.apply(e).orElse(null);
                if (turnedAway == null) {
                    throw e;
                }
                Duration asked = turnedAway.retryAfter().orElse(Duration.ZERO);
                place.turnedAway(asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked);
                if (asked.compareTo(LONGEST_WAIT) > 0) {
                    throw new TurnedAwayException(
                            "the endpoint asks to wait " + asked.toSeconds() + " s, longer than the "
                                    + LONGEST_WAIT.toSeconds() + " s that a call waits",
                            e);
                }
                if (!again.getAsBoolean()) {
                    throw e;
                }
                if (retries >= pace.maxRetries()) {
                    throw retries == 0 ? e : new TurnedAwayException("after " + retries + " retries", e);
                }
            } finally {
                place.failed();
                slot.set(null);
            }
            waitToRetry(name, retries, turnedAway);
        }
    }

    /** Lets no call begin for a while, since the endpoint asked for it with an answer. */
    void pause(Duration wait) {
        endpoint.pause(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    /** Returns whether the endpoint turned a call away and it may be made again. */
    boolean turnedAway(Exception e) {
        return overload.apply(e).isPresent() && !(e instanceof TurnedAwayException);
    }

    /** Waits before a call that was turned away is made again by the caller. */
    void backOff(String name, int retries, Exception e) throws InterruptedException {
        waitToRetry(name, retries, overload.apply(e).orElseThrow());
    }

    private void waitToRetry(String name, int retries, Overload turnedAway) throws InterruptedException {
        retried.run();
        if (turnedAway.retryAfter().isEmpty()) {
            sleep(backoff(name, retries));
        }
    }

    /** Takes a place; the time until it is free is no time of the call. */
    Endpoint.Place acquire() throws InterruptedException {
        long began = System.nanoTime();
        Endpoint.Place place = endpoint.acquire(pace);
        Deadlines.extend(System.nanoTime() - began);
        return place;
    }

    private static void sleep(Duration wait) throws InterruptedException {
        Deadlines.extend(wait.toNanos());
        Thread.sleep(wait.toMillis());
    }

    /** Doubles from half a second, with the second half of each wait drawn, so that a burst does not come back as one. */
    private Duration backoff(String name, int retries) {
        long most = Math.min(LONGEST_BACKOFF.toMillis(), FIRST_WAIT.toMillis() << Math.min(retries, 20));
        double part = 0.5
                + Seeds.random(seed, "backoff", name, Integer.toString(retries)).nextDouble() / 2;
        return Duration.ofMillis((long) (most * part));
    }

    private static long tokens(@Nullable Usage usage) {
        if (usage == null) {
            return 0;
        }
        Long in = usage.inputTokens();
        Long out = usage.outputTokens();
        return (in == null ? 0 : in) + (out == null ? 0 : out);
    }

    /** One call. */
    @FunctionalInterface
    interface Call<T> {
        /**
         * Makes it.
         *
         * @param retries how often it was made before
         */
        T make(int retries) throws Exception;
    }
}
