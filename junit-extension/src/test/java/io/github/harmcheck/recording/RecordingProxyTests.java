package io.github.harmcheck.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.target.HttpTarget;
import io.github.harmcheck.target.Targets;
import io.github.harmcheck.testing.Faults;
import io.github.harmcheck.testing.LoopbackServer;
import io.github.harmcheck.testing.LoopbackServer.Answer;
import io.github.harmcheck.testing.OpenAiAnswers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proxy between langchain4j's OpenAI client and a server that speaks the protocol. */
class RecordingProxyTests {
    private static final String KEY = "plain-" + "k3y".repeat(10);

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private LoopbackServer upstream(Answer answer) {
        LoopbackServer server = LoopbackServer.start(answer);
        open.add(server);
        return server;
    }

    private RecordingProxy proxy(LoopbackServer upstream, RecordMode mode) throws IOException {
        RecordingProxy proxy = RecordingProxy.start(upstream.uri("/v1"), mode, folder);
        open.add(proxy);
        return proxy;
    }

    private static OpenAiChatModel client(RecordingProxy proxy) {
        return OpenAiChatModel.builder()
                .baseUrl(proxy.baseUrl().toString())
                .apiKey(KEY)
                .modelName("m")
                .maxRetries(2)
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aCompletionIsRecordedAndPlayedWithoutUpstreamAndWithoutTheKey() throws Exception {
        LoopbackServer upstream = upstream(OpenAiAnswers.text(
                asked -> "No, " + asked.at("/messages/0/content").asText()));

        assertThat(client(proxy(upstream, RecordMode.RECORD)).chat("friend")).isEqualTo("No, friend");
        assertThat(upstream.requests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v1/chat/completions");
            assertThat(request.header("Authorization")).isEqualTo("Bearer " + KEY);
        });
        assertThat(client(proxy(upstream, RecordMode.REPLAY)).chat("friend")).isEqualTo("No, friend");
        assertThat(upstream.requests()).hasSize(1);
        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(file)
                        .content()
                        .contains("/chat/completions", "No, friend")
                        .doesNotContain(KEY, "Bearer"));
    }

    @Test
    void aStreamIsPlayedAsItCame() throws Exception {
        LoopbackServer upstream = upstream(OpenAiAnswers.stream(List.of("One ", "two ", "three."), false));

        assertThat(streamed(proxy(upstream, RecordMode.RECORD))).isEqualTo("One |two |three.|");
        assertThat(streamed(proxy(upstream, RecordMode.REPLAY))).isEqualTo("One |two |three.|");
        assertThat(upstream.requests()).hasSize(1);
    }

    private static String streamed(RecordingProxy proxy) throws Exception {
        CompletableFuture<String> text = new CompletableFuture<>();
        StringBuilder parts = new StringBuilder();
        OpenAiStreamingChatModel.builder()
                .baseUrl(proxy.baseUrl().toString())
                .apiKey(KEY)
                .modelName("m")
                .timeout(Duration.ofSeconds(20))
                .build()
                .chat("count", new StreamingChatResponseHandler() {
                    @Override
                    public void onPartialResponse(String part) {
                        parts.append(part).append('|');
                    }

                    @Override
                    public void onCompleteResponse(ChatResponse response) {
                        text.complete(parts.toString());
                    }

                    @Override
                    public void onError(Throwable error) {
                        text.completeExceptionally(error);
                    }
                });
        return text.get(20, TimeUnit.SECONDS);
    }

    @Test
    void aMissIsAnAnswerThatClientsDoNotRepeat() throws Exception {
        LoopbackServer upstream = upstream(OpenAiAnswers.text(asked -> "yes"));
        OpenAiChatModel client = client(proxy(upstream, RecordMode.REPLAY));

        assertThatThrownBy(() -> client.chat("anything"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("missing_recording")
                .hasMessageContaining("-Dharmcheck.mode=auto");
        assertThat(upstream.requests()).isEmpty();
    }

    @Test
    void failuresAreHandedOnAndNotRecorded() throws Exception {
        LoopbackServer upstream = upstream(Faults.tooManyRequests(7));
        HttpResponse<String> answer = post(proxy(upstream, RecordMode.RECORD).baseUrl(), "{}", null);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(files()).isEmpty();
    }

    @Test
    void aContentFilterIsAnOutcomeAndRecorded() throws Exception {
        LoopbackServer upstream =
                upstream(Answer.json(400, "{\"error\":{\"code\":\"content_filter\",\"message\":\"no\"}}"));
        post(proxy(upstream, RecordMode.RECORD).baseUrl(), "{\"a\":1}", null);

        HttpResponse<String> played = post(proxy(upstream, RecordMode.REPLAY).baseUrl(), "{\"a\":1}", null);
        assertThat(played.statusCode()).isEqualTo(400);
        assertThat(played.body()).contains("content_filter");
        assertThat(upstream.requests()).hasSize(1);
    }

    @Test
    void theOrderOfFieldsDoesNotMatterAndTheAttemptDoes() throws Exception {
        int[] count = {0};
        LoopbackServer upstream = upstream((request, exchange) ->
                Answer.json(200, "{\"n\":" + ++count[0] + ",\"none\":null}").to(request, exchange));
        URI recording = proxy(upstream, RecordMode.RECORD).baseUrl();
        post(recording, "{\"a\":1,\"b\":2}", "core/b1/direct/v/1");
        post(recording, "{\"a\":1,\"b\":2}", "core/b1/direct/v/2");
        assertThat(upstream.requests())
                .allSatisfy(request ->
                        assertThat(request.header(HttpTarget.ATTEMPT_HEADER)).isEmpty());

        URI replay = proxy(upstream, RecordMode.REPLAY).baseUrl();
        assertThat(post(replay, "{\"b\":2,\"a\":1}", "core/b1/direct/v/2").body())
                .isEqualTo("{\"n\":2,\"none\":null}");
        assertThat(post(replay, "{\"b\":2,\"a\":1}", "core/b1/direct/v/1").body())
                .isEqualTo("{\"n\":1,\"none\":null}");
        HttpResponse<String> missing = post(replay, "{\"b\":3,\"a\":1}", "core/b1/direct/v/1");
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.body()).contains("core/b1/direct/v/1", "body.b changed");
    }

    @Test
    void bytesThatAreNoTextComeBackAsTheyWere() throws Exception {
        byte[] sound = {(byte) 0xFF, 0, (byte) 0xC3, 7};
        LoopbackServer upstream = upstream(Answer.of(200, "audio/mpeg", sound));
        post(proxy(upstream, RecordMode.RECORD).baseUrl(), "{}", null);

        HttpResponse<byte[]> played = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        proxy(upstream, RecordMode.REPLAY).baseUrl() + "/chat/completions"))
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(played.body()).containsExactly(sound);
        assertThat(played.headers().firstValue("Content-Type")).hasValue("audio/mpeg");
    }

    @Test
    void anEndpointThatIsNotThereAndWhatIsNoPostAreToldApart() throws Exception {
        LoopbackServer gone = LoopbackServer.start(OpenAiAnswers.text(asked -> "yes"));
        gone.close();
        URI base = proxy(gone, RecordMode.RECORD).baseUrl();

        assertThat(post(base, "{}", null).statusCode()).isEqualTo(502);
        assertThat(files()).isEmpty();
        assertThat(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(base + "/models"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
        assertThat(post(base, "{}", "<script>").statusCode()).isEqualTo(400);
    }

    @Test
    void itListensOnLoopbackOnlyAndLeavesNoThread() throws Exception {
        LoopbackServer upstream = upstream(OpenAiAnswers.text(asked -> "yes"));
        RecordingProxy proxy = RecordingProxy.start(upstream.uri("/v1/"), RecordMode.LIVE, folder);
        assertThat(proxy.baseUrl().getHost()).isEqualTo("127.0.0.1");
        assertThat(client(proxy).chat("hi")).isEqualTo("yes");
        assertThat(files()).isEmpty();

        proxy.close();
        for (int i = 0; i < 200 && threads() > 0; i++) {
            Thread.sleep(50);
        }
        assertThat(threads()).isZero();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("harmcheck-proxy"))
                .count();
    }

    @Test
    void theUpstreamIsAnAddressWithoutCredentials() {
        assertThatThrownBy(() -> RecordingProxy.start(URI.create("ftp://127.0.0.1/")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RecordingProxy.start(URI.create("http://me:pw@127.0.0.1/v1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("pw");
    }

    @Test
    void anHttpTargetSendsItsAttemptWhenAsked() throws Exception {
        LoopbackServer app = upstream(Answer.json(200, "{\"answer\":\"no\"}"));
        AttemptKey key = new AttemptKey("core", "b1", "direct", "plain", 2);
        HttpTarget.Builder target =
                Targets.http(app.uri("/chat")).body("{\"q\":\"{{prompt}}\"}").reply("/answer");
        target.build().open(key).say(Message.user("hi"));
        target.sendAttempt().build().open(key).say(Message.user("hi"));

        assertThat(app.requests().get(0).header(HttpTarget.ATTEMPT_HEADER)).isEmpty();
        assertThat(app.requests().get(1).header(HttpTarget.ATTEMPT_HEADER)).isEqualTo("core/b1/direct/plain/2");
    }

    private static HttpResponse<String> post(URI base, String body, String attempt) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/chat/completions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (attempt != null) {
            request.header(HttpTarget.ATTEMPT_HEADER, attempt);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
