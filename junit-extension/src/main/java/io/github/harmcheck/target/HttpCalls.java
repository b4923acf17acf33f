package io.github.harmcheck.target;

import io.github.harmcheck.core.Reply;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.target.JsonReply.UnusableBody;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends one body and reads one reply, within a time and a size. */
final class HttpCalls {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final int SHOWN_CHARS = 200;
    private static final int SEARCHED_FOR_SECRETS = 64 << 10;
    private static final int TOO_MANY_REQUESTS = 429;

    private final URI uri;
    private final String method;
    private final RequestHeaders headers;
    private final Duration timeout;
    private final int mostBytes;
    private final ReplyBody replyBody;
    private final HttpRequest.Builder request;
    private final Object clientLock = new Object();
    private volatile @Nullable HttpClient client;

    HttpCalls(URI uri, String method, RequestHeaders headers, Duration timeout, int mostBytes, ReplyBody replyBody) {
        this.uri = uri;
        this.method = method;
        this.headers = headers;
        this.timeout = timeout;
        this.mostBytes = mostBytes;
        this.replyBody = replyBody;
        this.request = request(uri, method, headers, replyBody);
    }

    static URI requireAddress(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || uri.getHost() == null) {
            throw new IllegalArgumentException("the address of an HTTP target is like https://host:port/path");
        }
        if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException("the address of " + uri.getHost()
                    + " has a user in it: send credentials with .header(\"Authorization\", \"Basic ${CREDENTIALS}\")");
        }
        return uri;
    }

    /** Returns scheme, host and port, the port also where it is the scheme's own. */
    String endpoint() {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ':' + port;
    }

    /** Returns the address without its query, where keys may stand. */
    String address() {
        return endpoint()
                + (uri.getRawPath() == null ? "" : Texts.oneLine(headers.mask(uri.getRawPath()), SHOWN_CHARS));
    }

    /** A reply, and how long the server wants to be left alone after it, or null. */
    record Answer(Reply reply, @Nullable Duration pause) {}

    Answer send(byte[] body, Map<String, String> more) throws Exception {
        HttpRequest.Builder copy =
                request.copy().timeout(timeout).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        more.forEach(copy::setHeader);
        HttpRequest call = copy.build();
        // The client's own timeout ends with the headers; a body that trickles in would have no limit.
        long deadline = System.nanoTime() + timeout.toNanos();
        HttpResponse<byte[]> response;
        try {
            // Not sendAsync: with one or two processors it hands every answer over on a thread made for it.
            response = client().send(call, info -> new BoundedBody(mostBytes, deadline));
        } catch (HttpConnectTimeoutException e) {
            throw failure(e);
        } catch (HttpTimeoutException e) {
            HttpTimeoutException late =
                    new HttpTimeoutException(address() + " did not answer within " + timeout.toMillis() + " ms");
            late.initCause(e);
            throw late;
        } catch (IOException | IllegalArgumentException | SecurityException e) {
            // The client wraps what went wrong in an exception of its own with the same message.
            throw failure(e.getCause() == null ? e : e.getCause());
        }
        Reply reply = read(response);
        return new Answer(
                reply,
                RateLimitHeaders.of(response.headers(), Instant.now()).pause().orElse(null));
    }

    private Reply read(HttpResponse<byte[]> response) throws HttpTargetException {
        int status = response.statusCode();
        String contentType = response.headers().firstValue("Content-Type").orElse("");
        if (status >= 400 && status < 500 && status != TOO_MANY_REQUESTS) {
            Optional<Reply> blocked = replyBody.blocked(contentType, response.body());
            if (blocked.isPresent()) {
                return blocked.get();
            }
        }
        if (status < 200 || status >= 300) {
            throw unusable(response, status >= 300 && status < 400 ? redirect(response) : "");
        }
        try {
            return replyBody.read(contentType, response.body());
        } catch (UnusableBody e) {
            throw unusable(
                    response,
                    " and " + headers.mask(String.valueOf(e.getMessage())) + ", content type "
                            + (contentType.isEmpty() ? "not given" : shown(contentType)));
        }
    }

    private static String redirect(HttpResponse<?> response) {
        String location = response.headers().firstValue("Location").orElse("");
        String host;
        try {
            host = Optional.ofNullable(URI.create(location).getHost()).orElse("the same host");
        } catch (IllegalArgumentException e) {
            host = "an address that is none";
        }
        return ", a redirect to " + Texts.oneLine(host, 100) + " (redirects are not followed: set the final address)";
    }

    private HttpTargetException unusable(HttpResponse<byte[]> response, String detail) {
        byte[] body = response.body();
        int length = Math.min(body.length, SEARCHED_FOR_SECRETS);
        String start = body.length == 0 ? "no body" : shown(new String(body, 0, length, StandardCharsets.UTF_8));
        return new HttpTargetException(
                address() + " answered HTTP " + response.statusCode() + detail + ": " + start,
                response.statusCode(),
                RateLimitHeaders.of(response.headers(), Instant.now())
                        .retryAfter()
                        .orElse(null));
    }

    private String shown(String text) {
        return Texts.quoted(headers.mask(text), SHOWN_CHARS);
    }

    private IOException failure(Throwable cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String message = address() + ": " + Texts.oneLine(headers.mask(reason), SHOWN_CHARS)
                + (cause.getMessage() == null ? "" : " (" + cause.getClass().getSimpleName() + ")");
        IOException failure =
                Overloads.isNoConnection(cause) ? new ConnectException(message) : new IOException(message);
        if (headers.mask(reason).equals(reason)) {
            failure.initCause(cause);
        }
        return failure;
    }

    private static HttpRequest.Builder request(URI uri, String method, RequestHeaders headers, ReplyBody replyBody) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody());
        if (!headers.has("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (!headers.has("Accept")) {
            request.header("Accept", replyBody.json() == null ? "text/plain" : "application/json");
        }
        headers.forEach(request::setHeader);
        return request;
    }

    private HttpClient client() {
        HttpClient known = client;
        if (known != null) {
            return known;
        }
        synchronized (clientLock) {
            HttpClient made = client;
            if (made == null) {
                made = HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT)
                        .version(version())
                        .executor(HttpThreads.create())
                        .build();
                client = made;
            }
            return made;
        }
    }

    /** Over plain HTTP, version 2 begins with an upgrade request, on which some servers drop the body. */
    private HttpClient.Version version() {
        return uri.getScheme().equalsIgnoreCase("https") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
    }
}
