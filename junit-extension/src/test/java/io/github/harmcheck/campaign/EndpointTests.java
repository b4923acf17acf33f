package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EndpointTests {
    private final Endpoint endpoint = new Endpoint(System::nanoTime);

    @Test
    void anEndpointThatTurnsCallsAwayGetsHalfAsManyOncePerBurst() throws Exception {
        Pace pace = Pace.of(8, Duration.ofSeconds(5));
        List<Endpoint.Place> burst = take(8, pace);
        burst.forEach(place -> place.turnedAway(Duration.ZERO));
        assertThat(room(pace)).isEqualTo(4);
        take(1, pace).get(0).turnedAway(Duration.ZERO);
        assertThat(room(pace)).isEqualTo(2);
    }

    @Test
    void answersBringThePlacesBackOneForEachWindow() throws Exception {
        Pace pace = Pace.of(8, Duration.ofSeconds(5));
        take(8, pace).forEach(place -> place.turnedAway(Duration.ZERO));
        for (int i = 0; i < 4; i++) {
            take(1, pace).get(0).answered(0);
        }
        assertThat(room(pace)).isEqualTo(4);
        take(1, pace).get(0).answered(0);
        assertThat(room(pace)).isEqualTo(5);
        for (int i = 0; i < 100; i++) {
            take(1, pace).get(0).answered(0);
        }
        assertThat(room(pace)).isEqualTo(8);
    }

    @Test
    void aPlaceIsGivenBackOnceHoweverOftenItIsTried() throws Exception {
        Pace pace = Pace.of(1, Duration.ofSeconds(5));
        Endpoint.Place place = take(1, pace).get(0);
        place.failed();
        place.failed();
        place.answered(3);
        assertThat(room(pace)).isEqualTo(1);
    }

    @Test
    void aPauseHoldsForEverybody() throws Exception {
        Pace pace = Pace.of(8, Duration.ofSeconds(5));
        Endpoint.Place place = take(1, pace).get(0);
        long before = System.nanoTime();
        place.turnedAway(Duration.ofMillis(300));
        take(1, pace).get(0).answered(0);
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(300));
    }

    @Test
    void theRequestsOfAnyMinuteAreBounded() {
        MinuteWindow window = new MinuteWindow();
        long second = TimeUnit.SECONDS.toNanos(1);
        for (int i = 0; i < 10; i++) {
            assertThat(window.untilAtMost(9, i * second)).isZero();
            window.add(i * second, 1);
        }
        assertThat(window.untilAtMost(9, 20 * second)).isEqualTo(40 * second);
        assertThat(window.untilAtMost(9, 60 * second)).isZero();
        window.add(60 * second, 1);
        assertThat(window.untilAtMost(9, 60 * second)).isEqualTo(second);
    }

    @Test
    void tokensAreCountedWithThoseOfTheCallsUnderWay() throws Exception {
        Pace pace = new Pace(8, null, 1_000L, 0, Duration.ofSeconds(5));
        Endpoint.Place first = take(1, pace).get(0);
        first.answered(400);
        // 400 are used; each call under way is expected to use 400 more: one fits, two do not.
        assertThat(room(pace)).isEqualTo(1);
    }

    private List<Endpoint.Place> take(int n, Pace pace) throws InterruptedException {
        List<Endpoint.Place> places = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            places.add(endpoint.acquire(pace));
        }
        return places;
    }

    /** Returns how many places can be taken without waiting, and gives them back. */
    private int room(Pace pace) throws Exception {
        List<Endpoint.Place> places = new ArrayList<>();
        AtomicInteger taken = new AtomicInteger();
        Thread taker = new Thread(() -> {
            try {
                while (taken.get() < 100) {
                    Endpoint.Place place = endpoint.acquire(pace);
                    synchronized (places) {
                        places.add(place);
                    }
                    taken.incrementAndGet();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        taker.start();
        int before = -1;
        while (before != taken.get() || taker.getState() == Thread.State.RUNNABLE) {
            before = taken.get();
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS))
                    .join();
        }
        taker.interrupt();
        taker.join();
        places.forEach(Endpoint.Place::failed);
        return taken.get();
    }
}
