package io.github.harmcheck.recording;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An OpenAI-compatible endpoint on 127.0.0.1 that hands requests on to the real one, records what comes back, and plays
 * it: for apps that call their model with something else than langchain4j, in this JVM or in another process. The app's
 * base URL is {@link #baseUrl()}.
 *
 * <pre>{@code
 * try (RecordingProxy proxy = RecordingProxy.start(URI.create("https://models.example.com/v1"))) {
 *     app.useBaseUrl(proxy.baseUrl());
 *     ...
 * }
 * }</pre>
 *
 * <p>A request is known by path, query and JSON body, whatever the order of its fields, and by its attempt where the app
 * hands on the header {@code X-HarmCheck-Attempt} (see {@code HttpTarget.Builder.sendAttempt()}); else equal requests
 * count up through the campaign. Headers, among them the key, reach the real endpoint and are never recorded. Server-sent
 * events are handed on when they are complete, and played as they came. Answers with another status than 2xx are handed
 * on and not recorded, except a content filter's. In replay the real endpoint is never called; what is missing is
 * answered with status 400, which clients do not repeat, and makes the campaign inconclusive. Requests up to 16 MiB,
 * answers up to 64 MiB, each within 10 minutes. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RecordingProxy implements Closeable {
    private static final String ROOT = "/v1";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final HttpServer server;
    private final ExecutorService threads;
    private final HttpClient client;

    private RecordingProxy(URI upstream, RecordingBoundary boundary) throws IOException {
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "harmcheck-proxy-" + NUMBER.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .version(HttpClient.Version.HTTP_1_1)
                .executor(threads)
                .build();
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.setExecutor(threads);
        server.createContext(ROOT, new ProxyHandler(ROOT, upstream, client, boundary));
        server.start();
    }

    /**
     * Starts a proxy that records and plays as the campaign under way does.
     *
     * @param upstream the real base URL, as the app would have it, for example {@code https://models.example.com/v1}
     * @throws IllegalArgumentException where it is no http or https address, or has a user in it
     * @throws IOException where no port can be opened
     */
    public static RecordingProxy start(URI upstream) throws IOException {
        return new RecordingProxy(requireAddress(upstream), RecordingBoundary.ofApp());
    }

    /** Starts a proxy with a mode and a folder of its own. */
    public static RecordingProxy start(URI upstream, RecordMode mode, Path folder) throws IOException {
        return new RecordingProxy(requireAddress(upstream), RecordingBoundary.ofApp(mode, folder));
    }

    /** Returns the base URL for the app, {@code http://127.0.0.1:<port>/v1}. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + ROOT);
    }

    /** Stops answering; calls under way are cut off. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        closeClient(client);
    }

    /** From Java 21 on a client can be closed; before, its thread ends when nobody holds it any more. */
    private static void closeClient(Object client) {
        if (client instanceof AutoCloseable) {
            try {
                client.getClass().getMethod("shutdownNow").invoke(client);
            } catch (ReflectiveOperationException e) {
                RecordingLog.debug("the proxy's client did not close", e);
            }
        }
    }

    private static URI requireAddress(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || uri.getHost() == null) {
            throw new IllegalArgumentException("the upstream of a recording proxy is like https://host:port/v1");
        }
        if (uri.getUserInfo() != null || uri.getQuery() != null) {
            throw new IllegalArgumentException("the upstream of a recording proxy has no user and no query in it:"
                    + " the app sends its credentials as it does without a proxy");
        }
        return uri;
    }
}
