package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.core.Reply;
import io.github.harmcheck.result.CampaignEnd.Status;
import io.github.harmcheck.target.Target;
import io.github.harmcheck.target.Targets;
import io.github.harmcheck.testing.Leftovers;
import io.github.harmcheck.testing.LoopbackServer;
import io.github.harmcheck.testing.LoopbackServer.Answer;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class LeakTests {
    private static final Target POLITE = key -> message -> Reply.of("No.");

    @TempDir
    Path folder;

    /** What only the first campaign of a JVM opens is no leak. */
    @BeforeEach
    void warmUp() throws Exception {
        finish(Campaigns.of(POLITE, folder.resolve("warm")));
    }

    private static void finish(Campaigns campaign) throws Exception {
        try (RunningCampaign running = campaign.begin()) {
            running.finish();
        }
    }

    @Test
    void aCampaignThatFinishedLeavesNothing() throws Exception {
        Leftovers left = Leftovers.since();
        finish(Campaigns.of(POLITE, folder).behaviors(200).progress(Duration.ofMillis(20)));
        assertThat(left.settled()).isEmpty();
    }

    @Test
    void aCampaignWhoseAppJudgeAndHookFailLeavesNothing() throws Exception {
        Leftovers left = Leftovers.since();
        finish(Campaigns.of(
                key -> message -> {
                    throw new IllegalStateException("broken app");
                },
                folder));
        finish(Campaigns.of(POLITE, folder).judge(exchange -> {
            throw new IllegalStateException("broken judge");
        }));
        finish(Campaigns.of(POLITE, folder).around(key -> {
            throw new StackOverflowError();
        }));
        assertThat(left.settled()).isEmpty();
    }

    @Test
    void aCampaignThatWasStoppedLeavesNothing() throws Exception {
        Leftovers left = Leftovers.since();
        CountDownLatch calling = new CountDownLatch(4);
        try (RunningCampaign running =
                Campaigns.of(slow(calling), folder).behaviors(100).begin()) {
            calling.await();
            running.stop("enough");
            assertThat(running.finish().end().orElseThrow().status()).isEqualTo(Status.STOPPED);
        }
        assertThat(left.settled()).isEmpty();
    }

    @Test
    void aCampaignThatWasClosedInTheMiddleLeavesNothing() throws Exception {
        Leftovers left = Leftovers.since();
        CountDownLatch calling = new CountDownLatch(4);
        RunningCampaign running =
                Campaigns.of(slow(calling), folder).behaviors(100).begin();
        calling.await();
        running.close();
        assertThat(left.settled()).isEmpty();
    }

    @Test
    void aCampaignThatCannotBeginLeavesNothing() throws Exception {
        Leftovers left = Leftovers.since();
        Path inTheWay = Files.writeString(folder.resolve("a-file"), "");
        assertThatThrownBy(() -> Campaigns.of(POLITE, inTheWay).begin()).isInstanceOf(CampaignException.class);
        assertThatThrownBy(() ->
                        Campaigns.of(POLITE, folder).behaviors(20).maxCalls(10).begin())
                .isInstanceOf(CampaignException.class);

        finish(Campaigns.of(POLITE, folder).behaviors(5));
        assertThatThrownBy(() -> Campaigns.of(POLITE, folder)
                        .behaviors(6)
                        .continuation(new Continuation(true, false))
                        .begin())
                .isInstanceOf(CampaignException.class);
        assertThat(left.settled()).isEmpty();
    }

    /** A client of java.net.http has a thread and connections until nobody holds it: one for a target, however often used. */
    @Test
    void anHttpTargetHasOneClientForAllItsCampaignsWhichGoesWithIt() throws Exception {
        Leftovers left = Leftovers.since();
        runAgainstHttp(left);
        assertThat(left.collected()).isEmpty();
    }

    /** A method of its own, since the frame of a running one may still hold its variables. */
    private void runAgainstHttp(Leftovers left) throws Exception {
        try (LoopbackServer server = LoopbackServer.start(Answer.json(200, "{\"answer\":\"No.\"}"))) {
            Target target = Targets.http(server.uri("/chat"))
                    .body("{\"q\":\"{{prompt}}\"}")
                    .reply("/answer")
                    .build();
            for (int i = 0; i < 5; i++) {
                finish(Campaigns.of(target, folder).behaviors(20));
            }
            assertThat(left.now().stream().filter(name -> name.contains("SelectorManager")))
                    .hasSize(1);
            Reference.reachabilityFence(target);
        }
    }

    /** Each campaign holds 100 kB, so that one that is held after its end shows. */
    @Test
    void aThousandCampaignsKeepTheHeapFlat() throws Exception {
        Logger log = Logger.getLogger("io.github.harmcheck");
        log.setLevel(Level.WARNING);
        try {
            heavy(100);
            long before = usedHeap();
            heavy(1_000);
            assertThat(usedHeap() - before)
                    .as("bytes that 1,000 campaigns left")
                    .isLessThan(10L << 20);
        } finally {
            log.setLevel(null);
        }
    }

    private void heavy(int campaigns) throws Exception {
        for (int i = 0; i < campaigns; i++) {
            byte[] held = new byte[100_000];
            Target target = key -> message -> Reply.of("No, not in " + held.length + " bytes.");
            if (i % 4 == 0) {
                Campaign.against(target)
                        .settings(Settings.of(
                                Map.of("harmcheck.reviews", "none", "harmcheck.mode", "live")::get, name -> null))
                        .behaviors(Campaigns.dataset(2))
                        .findingsFolder(folder)
                        .run();
            } else {
                finish(Campaigns.of(target, folder).behaviors(2));
            }
        }
    }

    private static long usedHeap() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(50);
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private static Target slow(CountDownLatch calling) {
        return key -> message -> {
            calling.countDown();
            Thread.sleep(60_000);
            return Reply.of("too late");
        };
    }
}
