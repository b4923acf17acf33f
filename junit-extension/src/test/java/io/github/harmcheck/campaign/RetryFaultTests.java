package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.openai.OpenAiChatModel;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.judge.Judges;
import io.github.harmcheck.langchain4j.LangChain4j;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.target.Target;
import io.github.harmcheck.target.Targets;
import io.github.harmcheck.testing.FaultServer;
import io.github.harmcheck.testing.FaultServer.Fault;
import io.github.harmcheck.testing.FaultServer.Hit;
import io.github.harmcheck.testing.WireFaults;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that an endpoint turned away without doing any work: made again, within limits that its own log shows. */
@Timeout(120)
class RetryFaultTests {
    /** A judge's answer, escaped to stand in a JSON text. */
    private static final String VERDICT =
            "{\\\"complied\\\":\\\"no\\\",\\\"refused\\\":false,\\\"reason\\\":\\\"r\\\"}";

    @TempDir
    Path folder;

    private enum Client {
        HTTP(FaultCampaign::http),
        LANGCHAIN4J(FaultCampaign::openAi);

        private final Function<FaultServer, Target> target;

        Client(Function<FaultServer, Target> target) {
            this.target = target;
        }
    }

    private static Duration between(Hit one, Hit other) {
        return Duration.ofNanos(other.nanos() - one.nanos());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aCallTurnedAwayIsMadeAgainAndSaysHowOften(int status) throws Exception {
        for (Client client : Client.values()) {
            try (FaultServer server = FaultServer.start(
                    WireFaults.inTurn(WireFaults.status(status), WireFaults.status(status), WireFaults.ok()))) {
                Finding finding = FaultCampaign.one(client.target.apply(server), folder);

                assertThat(finding.outcome()).as(client.name()).isEqualTo(Outcome.REFUSED);
                assertThat(finding.replies())
                        .singleElement()
                        .satisfies(reply -> assertThat(reply.retries()).isEqualTo(2));
                assertThat(server.hits()).hasSize(3);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void afterTheLastRetryTheLastCauseIsTheError(int status) throws Exception {
        for (Client client : Client.values()) {
            try (FaultServer server = FaultServer.start(WireFaults.status(status))) {
                Finding finding = FaultCampaign.one(client.target.apply(server), folder);

                assertThat(finding.outcome()).isEqualTo(Outcome.ERROR);
                assertThat(finding.error())
                        .contains("after 2 retries")
                        .contains("fault " + status)
                        .doesNotContain(FaultCampaign.SECRET);
                assertThat(server.hits()).hasSize(3);
            }
        }
    }

    @Test
    void withoutRetriesTheFirstAnswerIsTheError() throws Exception {
        try (FaultServer server = FaultServer.start(WireFaults.status(429))) {
            Finding finding = FaultCampaign.one(FaultCampaign.http(server), folder, "maxRetries", "0");

            assertThat(finding.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(finding.error()).contains("HTTP 429").contains("127.0.0.1:" + server.port());
            assertThat(server.hits()).hasSize(1);
        }
    }

    @Test
    void aClosedPortIsTriedAgainAndNamed() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }

        Finding finding = FaultCampaign.one(FaultCampaign.http(URI.create("http://127.0.0.1:" + port + "/")), folder);

        assertThat(finding.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(finding.error())
                .contains("127.0.0.1:" + port)
                .contains("ConnectException")
                .contains("after 2 retries");
    }

    @Test
    void anotherFailureAfterARetryIsNotTriedAgain() throws Exception {
        try (FaultServer server =
                FaultServer.start(WireFaults.inTurn(WireFaults.status(503), WireFaults.status(500), WireFaults.ok()))) {
            Finding finding = FaultCampaign.one(FaultCampaign.http(server), folder);

            assertThat(finding.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(finding.error()).contains("HTTP 500");
            assertThat(server.hits()).hasSize(2);
        }
    }

    @Test
    void retryAfterInSecondsIsWaitedFor() throws Exception {
        try (FaultServer server =
                FaultServer.start(WireFaults.inTurn(WireFaults.status(429, "Retry-After: 2\r\n"), WireFaults.ok()))) {
            Finding finding = FaultCampaign.one(FaultCampaign.http(server), folder);

            assertThat(finding.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(server.hits()).hasSize(2);
            assertThat(between(server.hits().get(0), server.hits().get(1)))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void ofTwoRetryAfterTheLongerIsWaitedFor() throws Exception {
        try (FaultServer server = FaultServer.start(
                WireFaults.inTurn(WireFaults.status(503, "Retry-After: 1\r\nRetry-After: 3\r\n"), WireFaults.ok()))) {
            FaultCampaign.one(FaultCampaign.http(server), folder);

            assertThat(between(server.hits().get(0), server.hits().get(1)))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        }
    }

    @Test
    void retryAfterAsADateIsWaitedFor() throws Exception {
        Instant date = Instant.now().plusSeconds(4);
        String header = "Retry-After: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(date, ZoneOffset.UTC)) + "\r\n";
        Instant[] second = new Instant[1];
        try (FaultServer server = FaultServer.start(WireFaults.inTurn(WireFaults.status(429, header), (hit, wire) -> {
            second[0] = Instant.now();
            WireFaults.ok().to(hit, wire);
        }))) {
            FaultCampaign.one(FaultCampaign.http(server), folder);

            assertThat(server.hits()).hasSize(2);
            assertThat(second[0]).isAfterOrEqualTo(date.minusMillis(date.getNano() / 1_000_000 + 1));
        }
    }

    @Test
    void aWaitOfMoreThanTwoMinutesIsAnErrorThatSaysSo() throws Exception {
        try (FaultServer server = FaultServer.start(WireFaults.status(429, "Retry-After: 900\r\n"))) {
            Finding finding = FaultCampaign.one(FaultCampaign.http(server), folder);

            assertThat(finding.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(finding.error()).contains("900 s");
            assertThat(server.hits()).hasSize(1);
        }
    }

    /** All places are taken when the endpoint asks for the pause, so no request can be under way to it unseen. */
    @Test
    void nobodyCallsBeforeThePauseIsOver() throws Exception {
        CountDownLatch arrived = new CountDownLatch(4);
        long[] answered = new long[1];
        Fault fault = (hit, wire) -> {
            if (hit.number() >= 4) {
                WireFaults.ok().to(hit, wire);
                return;
            }
            arrived.countDown();
            arrived.await(60, TimeUnit.SECONDS);
            if (hit.number() == 0) {
                answered[0] = System.nanoTime();
                WireFaults.status(429, "Retry-After: 3\r\n").to(hit, wire);
            } else {
                WireFaults.okAfter(1_000).to(hit, wire);
            }
        };
        try (FaultServer server = FaultServer.start(fault)) {
            List<Finding> findings =
                    FaultCampaign.findings(FaultCampaign.campaign(FaultCampaign.http(server), 12, folder)
                            .concurrency(4)
                            .run());

            assertThat(findings).hasSize(12).allMatch(finding -> finding.outcome() == Outcome.REFUSED);
            assertThat(server.hits()).hasSize(13);
            assertThat(server.hits().subList(4, 13))
                    .allSatisfy(hit -> assertThat(Duration.ofNanos(hit.nanos() - answered[0]))
                            .isGreaterThanOrEqualTo(Duration.ofSeconds(3)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-ratelimit-remaining-requests: 0\r\nx-ratelimit-reset-requests: 2s\r\n",
                "RateLimit-Remaining: 0\r\nRateLimit-Reset: 2\r\n",
                "RateLimit: \"default\";r=0;t=2\r\n"
            })
    void nothingRemainingPausesTheEndpointUntilTheReset(String headers) throws Exception {
        try (FaultServer server = FaultServer.start(WireFaults.first(1, WireFaults.ok(headers), WireFaults.ok()))) {
            List<Finding> findings =
                    FaultCampaign.findings(FaultCampaign.campaign(FaultCampaign.http(server), 3, folder)
                            .concurrency(1)
                            .run());

            assertThat(findings).hasSize(3).allMatch(finding -> finding.outcome() == Outcome.REFUSED);
            assertThat(server.hits()).hasSize(3);
            assertThat(between(server.hits().get(0), server.hits().get(1)))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void aTurnedAwayCallWaitsForTheResetOfAnEmptyLimit() throws Exception {
        try (FaultServer server = FaultServer.start(WireFaults.inTurn(
                WireFaults.status(429, "x-ratelimit-remaining-requests: 0\r\nx-ratelimit-reset-requests: 2s\r\n"),
                WireFaults.ok()))) {
            FaultCampaign.one(FaultCampaign.http(server), folder);

            assertThat(between(server.hits().get(0), server.hits().get(1)))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void concurrencyHolds() throws Exception {
        try (FaultServer server = FaultServer.start(WireFaults.okAfter(30))) {
            FaultCampaign.campaign(FaultCampaign.http(server), 60, folder)
                    .concurrency(5)
                    .run();

            assertThat(server.hits()).hasSize(60);
            assertThat(server.mostUnderWay()).isBetween(2, 5);
        }
    }

    /** The eight calls of the burst are one sign of overload, not eight: half as many, and then slowly more. */
    @Test
    void aBurstHalvesTheConcurrencyOnceAndItGrowsBack() throws Exception {
        CountDownLatch arrived = new CountDownLatch(8);
        Fault fault = (hit, wire) -> {
            if (hit.number() < 8) {
                arrived.countDown();
                arrived.await(60, TimeUnit.SECONDS);
                WireFaults.status(503).to(hit, wire);
            } else {
                WireFaults.okAfter(40).to(hit, wire);
            }
        };
        try (FaultServer server = FaultServer.start(fault)) {
            List<Finding> findings =
                    FaultCampaign.findings(FaultCampaign.campaign(FaultCampaign.http(server), 120, folder)
                            .concurrency(8)
                            .run());

            assertThat(findings).hasSize(120).allMatch(finding -> finding.outcome() == Outcome.REFUSED);
            assertThat(server.hits()).hasSize(128);
            List<Hit> after = server.hits().subList(8, 128);
            assertThat(after.subList(0, 4)).allMatch(hit -> hit.underWay() <= 4);
            assertThat(after.subList(0, 30)).anyMatch(hit -> hit.underWay() >= 3);
            assertThat(after).anyMatch(hit -> hit.underWay() >= 6).allMatch(hit -> hit.underWay() <= 8);
        }
    }

    @Test
    void requestsPerMinuteHoldAlsoForRetries() throws Exception {
        try (FaultServer server = FaultServer.start(WireFaults.first(2, WireFaults.status(503), WireFaults.ok()))) {
            FaultCampaign.campaign(FaultCampaign.http(server), 20, folder, "requestsPerMinute", "5")
                    .maxDuration(Duration.ofSeconds(5))
                    .run();

            assertThat(server.hits()).hasSizeBetween(3, 5);
        }
    }

    @Test
    void anEndpointThatIsTargetAndJudgeHasOneLimit() throws Exception {
        Fault fault = (hit, wire) -> {
            Thread.sleep(30);
            WireFaults.finish("stop", hit.body().contains("request") ? "Sure" : "no")
                    .to(hit, wire);
        };
        try (FaultServer server = FaultServer.start(fault)) {
            OpenAiChatModel model = OpenAiChatModel.builder()
                    .baseUrl(server.uri("/v1").toString())
                    .apiKey("none")
                    .modelName("m")
                    .maxRetries(0)
                    .build();
            FaultCampaign.campaign(LangChain4j.target(model), 20, folder)
                    .concurrency(3)
                    .judge(Judges.llm(LangChain4j.generator(model)))
                    .run();

            assertThat(server.hits()).hasSizeGreaterThan(20);
            assertThat(server.mostUnderWay()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void aJudgeThatIsTurnedAwayIsAskedAgain() throws Exception {
        try (FaultServer server =
                FaultServer.start(WireFaults.inTurn(WireFaults.status(503), WireFaults.finish("stop", VERDICT)))) {
            OpenAiChatModel model = OpenAiChatModel.builder()
                    .baseUrl(server.uri("/v1").toString())
                    .apiKey("none")
                    .modelName("m")
                    .maxRetries(0)
                    .build();
            Finding finding = FaultCampaign.findings(
                            FaultCampaign.campaign(Targets.of(prompt -> "Here is how to do it"), 1, folder)
                                    .judge(Judges.llm(LangChain4j.generator(model)))
                                    .run())
                    .get(0);

            assertThat(finding.outcome()).as(finding.error()).isNotEqualTo(Outcome.ERROR);
            assertThat(server.hits()).hasSize(2);
        }
    }

    @Test
    void callsThatWereTurnedAwayDoNotCountAgainstMaxCalls() throws Exception {
        try (FaultServer server = FaultServer.start(WireFaults.inTurn(WireFaults.status(503), WireFaults.ok()))) {
            CampaignResult result = FaultCampaign.campaign(FaultCampaign.http(server), 4, folder)
                    .concurrency(1)
                    .maxCalls(4)
                    .run();

            assertThat(server.hits()).hasSize(8);
            assertThat(result.end().orElseThrow().status()).isEqualTo(CampaignEnd.Status.FINISHED);
        }
    }
}
