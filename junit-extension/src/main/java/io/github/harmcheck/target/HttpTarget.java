package io.github.harmcheck.target;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.internal.FreshIds;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An app behind an HTTP endpoint: one request with a JSON body for each turn, one reply. Made by
 * {@link Targets#http(URI)}.
 *
 * <p>Each turn stands alone, unless the template sends {@code {{conversationId}}}, an id fresh for each conversation, and
 * the app keeps its turns by it. An answer with a status of 300 or more, a body that is malformed, not valid UTF-8, of
 * another content type or too large, or one without a text where it should be, fails with {@link HttpTargetException}
 * and is an ERROR. Redirects are not followed. The target itself calls nothing twice.
 *
 * <p>The query of the address, what came from environment variables and headers whose names say that they are secret never
 * appear in messages or in {@link #toString()}; those of them with a secret name ({@code Authorization}, {@code key=…})
 * and at least 8 characters are masked in all that HarmCheck writes. Thread-safe; all conversations share one client, made
 * at the first call. Its thread and connections end when nobody holds the target any more: one target for all campaigns of an
 * endpoint is enough.
 *
 * @since 0.1.0
 */
public final class HttpTarget implements Target {
    /** The header that tells which attempt a request is about, see {@link Builder#sendAttempt()}. */
    public static final String ATTEMPT_HEADER = "X-HarmCheck-Attempt";

    private final BodyTemplate template;
    private final HttpCalls calls;
    private final boolean sendAttempt;

    private HttpTarget(BodyTemplate template, HttpCalls calls, boolean sendAttempt) {
        this.template = template;
        this.calls = calls;
        this.sendAttempt = sendAttempt;
    }

    @Override
    public Conversation open(AttemptKey key) {
        String id = template.namesConversation() ? FreshIds.text(key.id()) : "";
        Map<String, String> attempt = sendAttempt ? Map.of(ATTEMPT_HEADER, key.id()) : Map.of();
        return new Conversation() {
            private @Nullable Duration pause;

            @Override
            public Reply say(Message message) throws Exception {
                HttpCalls.Answer answer = calls.send(template.fill(UserTurn.text(message), id), attempt);
                pause = answer.pause();
                return answer.reply();
            }

            @Override
            public Optional<Duration> pause() {
                return Optional.ofNullable(pause);
            }
        };
    }

    /** Returns scheme, host and port. */
    @Override
    public String endpoint() {
        return calls.endpoint();
    }

    @Override
    public String toString() {
        return "HttpTarget " + calls.address();
    }

    /** Collects how to talk to the endpoint. Not thread-safe. */
    public static final class Builder {
        static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
        static final int DEFAULT_MOST_BYTES = 8 << 20;

        private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH");

        private final URI uri;
        private final Function<String, @Nullable String> environment;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final List<JsonPointer> texts = new ArrayList<>();
        private final List<JsonReply.Block> blocks = new ArrayList<>();
        private @Nullable BodyTemplate template;
        private boolean plainText;
        private @Nullable JsonPointer finishReason;
        private @Nullable JsonPointer modelName;
        private @Nullable JsonPointer inputTokens;
        private @Nullable JsonPointer outputTokens;
        private boolean sendAttempt;
        private String method = "POST";
        private Duration timeout = DEFAULT_TIMEOUT;
        private int mostBytes = DEFAULT_MOST_BYTES;

        Builder(URI uri, Function<String, @Nullable String> environment) {
            this.uri = HttpCalls.requireAddress(uri);
            this.environment = environment;
        }

        /**
         * Sets the body, a JSON text in whose text values {@code {{prompt}}} stands for what the attacker says and
         * {@code {{conversationId}}} for an id fresh for each conversation. The prompt is filled in as a value, so it
         * needs no escaping and cannot change the rest of the body. Required.
         *
         * @throws IllegalArgumentException where it is not JSON, has no {@code {{prompt}}}, or has another placeholder
         */
        public Builder body(String jsonTemplate) {
            template = BodyTemplate.parse(jsonTemplate);
            return this;
        }

        /**
         * Sets where in the JSON answer the reply stands, as a JSON Pointer (RFC 6901) such as
         * {@code /choices/0/message/content}. Of several the first that is there and not null counts. Required, unless
         * {@link #plainTextReply()} is set.
         */
        public Builder reply(String... pointers) {
            for (String pointer : pointers) {
                texts.add(pointer("reply", pointer));
            }
            return this;
        }

        /** Takes the whole answer, of content type {@code text/plain}, as the reply. */
        public Builder plainTextReply() {
            plainText = true;
            return this;
        }

        /**
         * Takes an answer as BLOCKED where the field has this value, for example
         * {@code blockedWhen("/choices/0/finish_reason", "content_filter")}. Checked before the reply is read, and on a
         * status of 400 to 499 other than 429 too. May be set several times.
         */
        public Builder blockedWhen(String pointer, String value) {
            blocks.add(new JsonReply.Block(pointer("blockedWhen", pointer), value));
            return this;
        }

        /** Sets where the reason stands why the reply ended; {@code length} and {@code max_tokens} mean it was cut. */
        public Builder finishReason(String pointer) {
            finishReason = pointer("finishReason", pointer);
            return this;
        }

        /** Sets where the name of the model stands. */
        public Builder modelName(String pointer) {
            modelName = pointer("modelName", pointer);
            return this;
        }

        /** Sets where the numbers of tokens sent and received stand. */
        public Builder tokens(String inputPointer, String outputPointer) {
            inputTokens = pointer("tokens", inputPointer);
            outputTokens = pointer("tokens", outputPointer);
            return this;
        }

        /**
         * Adds a header. {@code ${NAME}} in its value is replaced by that environment variable when the target is built.
         * The value is never shown.
         *
         * @throws IllegalArgumentException where the name cannot be a header's name
         */
        public Builder header(String name, String value) {
            RequestHeaders.requireName(name);
            headers.put(name, value);
            return this;
        }

        /**
         * Sends the id of the attempt in the header {@value HttpTarget#ATTEMPT_HEADER} with every request. An app that
         * hands it on to a {@code RecordingProxy} lets each attempt have answers of its own. Not sent by default.
         */
        public Builder sendAttempt() {
            sendAttempt = true;
            return this;
        }

        /** Sets the method: POST by default, PUT or PATCH. */
        public Builder method(String name) {
            String upper = name.toUpperCase(Locale.ROOT);
            if (!METHODS.contains(upper)) {
                throw new IllegalArgumentException("the method is POST, PUT or PATCH, since a body is sent");
            }
            method = upper;
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

        /** Sets the size in bytes from which an answer is an ERROR; 8 MiB by default. */
        public Builder maxReplyBytes(int most) {
            if (most < 1) {
                throw new IllegalArgumentException("maxReplyBytes must be positive, was " + most);
            }
            mostBytes = most;
            return this;
        }

        /**
         * Builds the target; opens no connection.
         *
         * @throws IllegalStateException where body or reply is missing, or an environment variable that a header needs
         *     is not set
         * @throws IllegalArgumentException where a header's value cannot be sent
         */
        public HttpTarget build() {
            if (template == null) {
                throw new IllegalStateException(
                        "an HTTP target needs .body(\"{\\\"message\\\": \\\"{{prompt}}\\\"}\")");
            }
            boolean hasJsonPart = !texts.isEmpty()
                    || !blocks.isEmpty()
                    || finishReason != null
                    || modelName != null
                    || inputTokens != null;
            if (plainText && hasJsonPart) {
                throw new IllegalStateException("with .plainTextReply() there is no JSON to point into:"
                        + " leave out reply, blockedWhen, finishReason, modelName and tokens");
            }
            if (!plainText && texts.isEmpty()) {
                throw new IllegalStateException(
                        "an HTTP target needs .reply(\"/pointer/to/text\") or .plainTextReply()");
            }
            JsonReply json = plainText
                    ? null
                    : new JsonReply(
                            List.copyOf(texts),
                            false,
                            List.copyOf(blocks),
                            finishReason,
                            modelName,
                            inputTokens,
                            outputTokens);
            RequestHeaders resolved = RequestHeaders.resolve(headers, environment, uri);
            return new HttpTarget(
                    template,
                    new HttpCalls(uri, method, resolved, timeout, mostBytes, new ReplyBody(json)),
                    sendAttempt);
        }

        private static JsonPointer pointer(String option, String pointer) {
            try {
                return JsonPointer.compile(pointer);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        option + " takes a JSON Pointer such as /choices/0/message/content, which begins with /", e);
            }
        }
    }
}
