package io.github.harmcheck.target;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.llm.TextGenerator;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A judge's model behind an HTTP endpoint that is no chat: completions for a classifier that has a prompt template of its
 * own, or moderation. Both as OpenAI's API and the many servers that follow it speak them. For chat models use langchain4j.
 *
 * <pre>{@code
 * TextGenerator classifier = HttpGenerator.completions(URI.create("http://127.0.0.1:8000/v1/completions"), "harmbench-cls")
 *         .header("Authorization", "Bearer ${CLASSIFIER_KEY}")
 *         .build();
 * }</pre>
 *
 * <p>An answer with a status of 300 or more, that is no JSON, or without its text fails with {@link HttpTargetException},
 * and the verdict is an ERROR; in a campaign a call that was turned away (HTTP 429, 503) is made again. Nothing else is
 * tried twice. Secrets are kept as {@link HttpTarget} keeps them. Thread-safe.
 *
 * @since 0.1.0
 */
public final class HttpGenerator implements TextGenerator {

    private final Kind kind;
    private final String model;
    private final HttpCalls calls;

    private enum Kind {
        COMPLETIONS("prompt", "/choices/0/text", false),
        MODERATION("input", "/results/0", true);

        private final String input;
        private final String output;
        private final boolean asJson;

        Kind(String input, String output, boolean asJson) {
            this.input = input;
            this.output = output;
            this.asJson = asJson;
        }

        private ReplyBody reply() {
            return new ReplyBody(new JsonReply(
                    List.of(JsonPointer.compile(output)),
                    asJson,
                    List.of(),
                    null,
                    null,
                    JsonPointer.compile("/usage/prompt_tokens"),
                    JsonPointer.compile("/usage/completion_tokens")));
        }
    }

    private HttpGenerator(Kind kind, String model, HttpCalls calls) {
        this.kind = kind;
        this.model = model;
        this.calls = calls;
    }

    /**
     * Starts a model behind a completions endpoint, such as {@code https://host/v1/completions}: the one message of a
     * request is sent as {@code prompt} as it is, without any chat template; the answer is {@code /choices/0/text}.
     *
     * @param model name of the model, sent with every request
     */
    public static Builder completions(URI uri, String model) {
        return new Builder(Kind.COMPLETIONS, uri, model, System::getenv);
    }

    /**
     * Starts a moderation endpoint, such as {@code https://host/v1/moderations}: the one message of a request is sent as
     * {@code input}; the answer is {@code /results/0} as a JSON text, with {@code flagged}, {@code categories} and
     * {@code category_scores}.
     *
     * @param model name of the model, sent with every request
     */
    public static Builder moderation(URI uri, String model) {
        return new Builder(Kind.MODERATION, uri, model, System::getenv);
    }

    /** {@inheritDoc} A JSON Schema is not sent; a moderation is sent neither a temperature nor a limit. */
    @Override
    public Generation generate(Request request) throws Exception {
        List<Message> messages = request.messages();
        if (messages.size() != 1) {
            throw new IllegalArgumentException(
                    calls.address() + " takes one text and no dialogue, got " + messages.size() + " messages");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", model);
        body.put(kind.input, messages.get(0).text());
        if (kind == Kind.COMPLETIONS) {
            if (request.temperature() != null) {
                body.put("temperature", request.temperature());
            }
            if (request.maxTokens() != null) {
                body.put("max_tokens", request.maxTokens());
            }
        }
        Reply reply = calls.send(Json.MAPPER.writeValueAsBytes(body), Map.of()).reply();
        Usage usage = reply.usage();
        return new Generation(reply.text(), reply.blockedBy(), usage == null ? new Usage(1, null, null) : usage);
    }

    @Override
    public String id() {
        return model;
    }

    /** Returns scheme, host and port. */
    @Override
    public String endpoint() {
        return calls.endpoint();
    }

    @Override
    public String toString() {
        return "HttpGenerator " + calls.address();
    }

    /** Collects how to talk to the endpoint. Not thread-safe. */
    public static final class Builder {
        private final Kind kind;
        private final URI uri;
        private final String model;
        private final Function<String, @Nullable String> environment;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private Duration timeout = HttpTarget.Builder.DEFAULT_TIMEOUT;

        Builder(Kind kind, URI uri, String model, Function<String, @Nullable String> environment) {
            if (model.isBlank()) {
                throw new IllegalArgumentException("the model's name is blank");
            }
            this.kind = kind;
            this.uri = HttpCalls.requireAddress(uri);
            this.model = model;
            this.environment = environment;
        }

        /**
         * Adds a header. {@code ${NAME}} in its value is replaced by that environment variable when the model is built.
         * The value is never shown.
         *
         * @throws IllegalArgumentException where the name cannot be a header's name
         */
        public Builder header(String name, String value) {
            RequestHeaders.requireName(name);
            headers.put(name, value);
            return this;
        }

        /** Sets the time from the start of a call to the last byte of its answer; 60 seconds by default. */
        public Builder timeout(Duration most) {
            if (most.isNegative() || most.isZero()) {
                throw new IllegalArgumentException("the timeout must be positive, was " + most);
            }
            timeout = most;
            return this;
        }

        /**
         * Builds the model; opens no connection.
         *
         * @throws IllegalStateException where an environment variable that a header needs is not set
         * @throws IllegalArgumentException where a header's value cannot be sent
         */
        public HttpGenerator build() {
            RequestHeaders resolved = RequestHeaders.resolve(headers, environment, uri);
            return new HttpGenerator(
                    kind,
                    model,
                    new HttpCalls(uri, "POST", resolved, timeout, HttpTarget.Builder.DEFAULT_MOST_BYTES, kind.reply()));
        }
    }
}
