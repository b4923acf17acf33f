package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.testing.FaultServer;
import io.github.harmcheck.testing.FaultServer.Fault;
import io.github.harmcheck.testing.SelfSigned;
import io.github.harmcheck.testing.WireFaults;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Failures after which an endpoint may have done its work: an ERROR at once, told with the endpoint and the cause, never
 * called again.
 */
@Timeout(120)
class FaultTests {
    @TempDir
    Path folder;

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("HTTP 500", WireFaults.status(500), "HTTP 500"),
                Arguments.of("HTTP 502", WireFaults.status(502), "HTTP 502"),
                Arguments.of("HTTP 504", WireFaults.status(504), "HTTP 504"),
                Arguments.of("HTTP 401", WireFaults.status(401), "HTTP 401"),
                Arguments.of(
                        "HTTP 500 that asks to come back", WireFaults.status(500, "Retry-After: 1\r\n"), "HTTP 500"),
                Arguments.of("reset in mid-body", WireFaults.reset(), "IOException"),
                Arguments.of("closed in mid-body", WireFaults.cutOff(), "IOException"),
                Arguments.of("closed without a word", WireFaults.silence(), "IOException"),
                Arguments.of("truncated JSON", WireFaults.truncatedJson(), "not JSON"),
                Arguments.of("wrong content type", WireFaults.wrongContentType(), "another content type"),
                Arguments.of("100 MB body", WireFaults.large(100), "larger than"),
                Arguments.of("endless body", WireFaults.endless(), "larger than"),
                Arguments.of("invalid UTF-8", WireFaults.invalidUtf8(), "not valid UTF-8"),
                Arguments.of("redirect", WireFaults.redirect("http://192.0.2.1/elsewhere"), "redirect to 192.0.2.1"),
                Arguments.of("empty choices", WireFaults.json("{\"choices\":[]}"), "no text at"),
                Arguments.of("empty body", WireFaults.json(""), "empty body"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void isAnErrorAtOnce(String name, Fault fault, String says) throws Exception {
        try (FaultServer server = FaultServer.start(fault)) {
            Finding finding = FaultCampaign.one(FaultCampaign.http(server), folder);

            assertThat(finding.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(finding.error())
                    .contains("127.0.0.1:" + server.port())
                    .contains(says)
                    .doesNotContain(FaultCampaign.SECRET)
                    .doesNotContain("after 1 retr");
            assertThat(finding.replies()).isEmpty();
            assertThat(server.hits()).hasSize(1);
        }
    }

    static Stream<Arguments> failuresOfAProvider() {
        return Stream.of(
                Arguments.of("HTTP 500", WireFaults.status(500), "fault 500"),
                Arguments.of("HTTP 502", WireFaults.status(502), "fault 502"),
                Arguments.of("reset in mid-body", WireFaults.reset(), "IOException"),
                Arguments.of("truncated JSON", WireFaults.truncatedJson(), "Exception"),
                Arguments.of("empty choices", WireFaults.json("{\"choices\":[]}"), "Exception"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failuresOfAProvider")
    void isAnErrorAtOnceThroughLangChain4jToo(String name, Fault fault, String says) throws Exception {
        try (FaultServer server = FaultServer.start(fault)) {
            Finding finding = FaultCampaign.one(FaultCampaign.openAi(server), folder);

            assertThat(finding.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(finding.error()).contains(says).doesNotContain(FaultCampaign.SECRET);
            assertThat(server.hits()).hasSize(1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void manyOfThemAreEachCalledOnce(String name, Fault fault, String says) throws Exception {
        try (FaultServer server = FaultServer.start(fault)) {
            assertThat(FaultCampaign.findings(FaultCampaign.campaign(FaultCampaign.http(server), 6, folder)
                            .concurrency(3)
                            .run()))
                    .hasSize(6)
                    .allMatch(finding -> finding.outcome() == Outcome.ERROR);
            assertThat(server.hits()).hasSize(6).allMatch(hit -> hit.attempt() == 1);
        }
    }

    @Test
    void aBodyThatTricklesInEndsAtTheCallTimeout() throws Exception {
        try (FaultServer server = FaultServer.start(WireFaults.slowLoris())) {
            Finding http = FaultCampaign.one(FaultCampaign.http(server), folder, "callTimeout", "3s");
            Finding openAi = FaultCampaign.one(FaultCampaign.openAi(server), folder, "callTimeout", "3s");

            assertThat(http.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(http.error()).contains("3000 ms").contains("callTimeout");
            assertThat(openAi.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(openAi.error()).contains("3000 ms").contains("callTimeout");
            assertThat(server.hits()).hasSize(2);
        }
    }

    @Test
    void aContentFilterIsBlockedAndNotAnError() throws Exception {
        try (FaultServer server = FaultServer.start(WireFaults.finish("content_filter", ""))) {
            assertThat(FaultCampaign.one(FaultCampaign.http(server), folder).outcome())
                    .isEqualTo(Outcome.BLOCKED);
            assertThat(FaultCampaign.one(FaultCampaign.openAi(server), folder).outcome())
                    .isEqualTo(Outcome.BLOCKED);
            assertThat(server.hits()).hasSize(2);
        }
    }

    @Test
    void twoContentTypesAreReadByTheFirst() throws Exception {
        try (FaultServer server = FaultServer.start(WireFaults.twoContentTypes())) {
            assertThat(FaultCampaign.one(FaultCampaign.http(server), folder).outcome())
                    .isEqualTo(Outcome.REFUSED);
        }
    }

    @Test
    void tlsToAPortThatSpeaksNoneIsAnErrorAtOnce() throws Exception {
        try (FaultServer server = FaultServer.start(WireFaults.ok())) {
            Finding finding = FaultCampaign.one(
                    FaultCampaign.http(URI.create("https://127.0.0.1:" + server.port() + "/")), folder);

            assertThat(finding.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(finding.error())
                    .contains("https://127.0.0.1:" + server.port())
                    .contains("SSL")
                    .doesNotContain(FaultCampaign.SECRET);
            assertThat(server.hits()).isEmpty();
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsAnErrorAndGetsNoPrompt() throws Exception {
        try (FaultServer server = FaultServer.on(SelfSigned.socket(folder), "https", WireFaults.ok())) {
            Finding finding = FaultCampaign.one(FaultCampaign.http(server), folder);

            assertThat(finding.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(finding.error())
                    .contains("127.0.0.1:" + server.port())
                    .contains("SSLHandshakeException")
                    .doesNotContain(FaultCampaign.SECRET);
            assertThat(server.hits()).isEmpty();
        }
    }
}
