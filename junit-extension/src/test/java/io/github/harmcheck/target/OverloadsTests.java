package io.github.harmcheck.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Overload;
import io.github.harmcheck.testing.Faults;
import io.github.harmcheck.testing.LoopbackServer;
import io.github.harmcheck.testing.LoopbackServer.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OverloadsTests {

    private static HttpTarget.Builder target(URI uri) {
        return Targets.http(uri).body("{\"q\":\"{{prompt}}\"}").reply("/answer");
    }

    private static Throwable failure(HttpTarget target) {
        return catchThrowable(() -> target.open(TargetContract.key(1)).say(Message.user("hello")));
    }

    @Test
    void tooManyRequestsTellsTheWait() {
        try (LoopbackServer server = LoopbackServer.start(Faults.tooManyRequests(7))) {
            assertThat(Overloads.of(failure(target(server.uri("/")).build())))
                    .contains(new Overload(Overload.Kind.BUSY, Duration.ofSeconds(7)));
        }
    }

    @Test
    void serviceUnavailableNeedNotSay() {
        try (LoopbackServer server = LoopbackServer.start(Answer.json(503, "{}"))) {
            Overload overload =
                    Overloads.of(failure(target(server.uri("/")).build())).orElseThrow();
            assertThat(overload.kind()).isEqualTo(Overload.Kind.BUSY);
            assertThat(overload.retryAfter()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 408, 500, 502, 504})
    void anyOtherStatusIsAFailure(int status) {
        try (LoopbackServer server = LoopbackServer.start(Answer.json(status, "{}"))) {
            assertThat(Overloads.of(failure(target(server.uri("/")).build()))).isEmpty();
        }
    }

    @Test
    void aClosedPortIsUnreachableAlsoWhereItsMessageIsMasked() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        HttpTarget target = new HttpTarget.Builder(URI.create("http://127.0.0.1:" + port + "/chat"), name -> "refused")
                .body("{\"q\":\"{{prompt}}\"}")
                .reply("/answer")
                .header("X-Key", "${KEY}")
                .build();

        Throwable failure = failure(target);

        assertThat(failure).hasMessageContaining("127.0.0.1:" + port);
        assertThat(failure.toString()).doesNotContain("refused");
        assertThat(Overloads.of(failure)).contains(new Overload(Overload.Kind.UNREACHABLE, null));
    }

    @Test
    void aCauseCountsAsTheExceptionItself() {
        Throwable refused = new IllegalStateException(new UncheckedIOException(new ConnectException("refused")));
        Throwable late = new IOException(new HttpConnectTimeoutException("late"));

        assertThat(Overloads.of(refused)).contains(new Overload(Overload.Kind.UNREACHABLE, null));
        assertThat(Overloads.of(late)).contains(new Overload(Overload.Kind.UNREACHABLE, null));
    }

    @Test
    void whatMayHaveDoneWorkIsAFailure() {
        assertThat(Overloads.of(new HttpTimeoutException("no answer"))).isEmpty();
        assertThat(Overloads.of(new IOException("connection reset"))).isEmpty();
        assertThat(Overloads.of(new BrokenReplyException("half", new ConnectException("x"))))
                .isEmpty();
    }

    @Test
    void aHostWithoutAddressIsAFailure() {
        ConnectException unresolved = new ConnectException();
        unresolved.initCause(new UnresolvedAddressException());

        assertThat(Overloads.of(unresolved)).isEmpty();
    }

    @Test
    void anAdapterKnowsMore() {
        TargetAdapter adapter = new TargetAdapter() {
            @Override
            public Optional<Target> adapt(Object candidate) {
                return Optional.empty();
            }

            @Override
            public Optional<Overload> overload(Throwable thrown) {
                return "quota".equals(thrown.getMessage())
                        ? Optional.of(new Overload(Overload.Kind.BUSY, Duration.ofSeconds(1)))
                        : Optional.empty();
            }
        };
        Adapters adapters = new Adapters(List.of(adapter), List.of());

        assertThat(Overloads.of(new IllegalStateException("quota"), adapters)).isPresent();
        assertThat(Overloads.of(new IllegalStateException("bug"), adapters)).isEmpty();
    }

    @Test
    void aSuccessfulAnswerMayAskForAPause() throws Exception {
        Answer answer = (request, exchange) -> {
            exchange.getResponseHeaders().set("x-ratelimit-remaining-requests", "0");
            exchange.getResponseHeaders().set("x-ratelimit-reset-requests", "1m30s");
            LoopbackServer.send(
                    exchange, 200, "application/json", "{\"answer\":\"hi\"}".getBytes(StandardCharsets.UTF_8));
        };
        try (LoopbackServer server = LoopbackServer.start(answer);
                Conversation conversation =
                        Targets.named("named", target(server.uri("/")).build()).open(TargetContract.key(1))) {
            assertThat(conversation.pause()).isEmpty();
            conversation.say(Message.user("hello"));
            assertThat(conversation.pause()).contains(Duration.ofSeconds(90));
        }
    }
}
