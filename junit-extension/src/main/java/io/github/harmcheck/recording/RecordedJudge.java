package io.github.harmcheck.recording;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.judge.OfflineJudge;
import io.github.harmcheck.llm.TextGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A judge that is not paid twice for one text. A verdict that cost calls is remembered by judge, version and what the
 * judge saw; taken from memory or a recording, it costs none. ERROR, and UNDECIDED without a score, may be a failure of
 * this one time and are not remembered.
 */
final class RecordedJudge implements Judge {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
    private static final int MOST_IN_MEMORY = 10_000;

    private final Judge judge;
    private final RecordingRun run;
    private final Map<String, Verdict> memory = new Remembered();
    private volatile boolean remembersAny;
    private volatile boolean callsOutside;

    RecordedJudge(Judge judge, RecordingRun run) {
        this.judge = judge;
        this.run = run;
    }

    @Override
    public String id() {
        return judge.id();
    }

    @Override
    public String version() {
        return judge.version();
    }

    @Override
    public int maxCalls() {
        return judge.maxCalls();
    }

    @Override
    public Judge through(UnaryOperator<TextGenerator> wrapper) {
        return new RecordedJudge(judge.through(wrapper), run);
    }

    @Override
    public Verdict judge(Exchange exchange) throws Exception {
        // A judge without a model is never remembered, and neither it nor a live campaign looks.
        boolean plays =
                (run.mode() == RecordMode.REPLAY || run.mode() == RecordMode.AUTO) && !(judge instanceof OfflineJudge);
        if (plays || remembersAny) {
            RecordingKey key = key(request(exchange));
            Verdict known;
            synchronized (memory) {
                known = memory.get(key.request());
            }
            if (known == null && plays) {
                known = read(key).orElse(null);
            }
            if (known != null) {
                return free(known);
            }
        }
        return ask(exchange);
    }

    private static RecordingKey key(JsonNode request) {
        return new RecordingKey("verdict", null, 1, RecordingKey.hash(request));
    }

    private Verdict ask(Exchange exchange) throws Exception {
        RecordedAttempt attempt = RecordingRun.attempt(null).orElse(null);
        if (callsOutside) {
            throw missed(attempt);
        }
        int played = attempt == null ? 0 : attempt.played();
        int called = attempt == null ? 0 : attempt.called();
        if (attempt != null) {
            attempt.hold();
        }
        boolean remembered = false;
        Verdict verdict;
        try {
            verdict = judge.judge(exchange);
            remembered = verdict != null && isWorthKeeping(verdict);
            if (remembered) {
                keep(request(exchange), verdict);
            }
        } finally {
            if (attempt != null) {
                attempt.release(!remembered);
            }
        }
        if (verdict == null || attempt == null) {
            return verdict;
        }
        boolean answeredByRecordings = attempt.played() > played && attempt.called() == called;
        if (run.mode() == RecordMode.REPLAY && verdict.usage().calls() > 0 && !answeredByRecordings) {
            callsOutside = true;
            throw missed(attempt);
        }
        return answeredByRecordings ? free(verdict) : verdict;
    }

    /** Only a judge on a model of its own, past langchain4j and proxy, comes here, and only until it is found out. */
    private MissingRecordingException missed(@Nullable RecordedAttempt attempt) {
        String message = (attempt == null ? "" : attempt.id() + ": ") + "the judge " + Texts.oneLine(judge.id(), 120)
                + " " + Texts.oneLine(judge.version(), 60)
                + " has no recorded verdict for this reply and would call a model";
        run.miss(attempt, message);
        return new MissingRecordingException(message + ": record it with -Dharmcheck.mode=auto");
    }

    private static boolean isWorthKeeping(Verdict verdict) {
        return verdict.usage().calls() > 0
                && verdict.outcome() != Outcome.ERROR
                && (verdict.outcome() != Outcome.UNDECIDED || verdict.score() != null);
    }

    private void keep(JsonNode request, Verdict verdict) {
        RecordingKey key = key(request);
        remembersAny = true;
        synchronized (memory) {
            memory.put(key.request(), verdict);
        }
        if (run.mode() == RecordMode.RECORD || run.mode() == RecordMode.AUTO) {
            JsonNode answer = CanonicalJson.answer(Json.MAPPER.convertValue(verdict, MAP));
            try {
                run.recordings().write(key, Recording.of(key, request, answer));
                run.use(key.hash());
            } catch (IOException e) {
                run.unwritable(run.recordings().folder() + ": " + Texts.oneLine(String.valueOf(e), 300));
            }
        }
    }

    private Optional<Verdict> read(RecordingKey key) {
        try {
            Optional<Verdict> verdict = run.recordings().read(key).map(recording -> verdict(recording.answer()));
            if (verdict.isPresent()) {
                run.use(key.hash());
            }
            return verdict;
        } catch (IOException | IllegalArgumentException e) {
            RecordingLog.warn(Texts.oneLine(String.valueOf(e.getMessage()), 1_000));
            return Optional.empty();
        }
    }

    private static Verdict verdict(JsonNode answer) {
        return Json.MAPPER.convertValue(answer, Verdict.class);
    }

    private static Verdict free(Verdict verdict) {
        return new Verdict(
                verdict.outcome(),
                verdict.confirmed(),
                verdict.score(),
                verdict.reason(),
                verdict.judge(),
                verdict.judgeVersion(),
                Usage.NONE);
    }

    private JsonNode request(Exchange exchange) {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("judge", judge.id());
        request.put("version", judge.version());
        request.put("behavior", exchange.behavior());
        request.put("probe", exchange.probe());
        request.put(
                "replies", exchange.replies().stream().map(RecordedJudge::seen).toList());
        return CanonicalJson.of(request);
    }

    /** What a judge may look at; tokens, model and retries decide nothing. */
    private static Map<String, @Nullable Object> seen(Reply reply) {
        Map<String, @Nullable Object> seen = new LinkedHashMap<>();
        seen.put("text", reply.text());
        seen.put("partialText", reply.partialText());
        seen.put("toolCalls", List.copyOf(reply.toolCalls()));
        seen.put("retrievedIds", List.copyOf(reply.retrievedIds()));
        seen.put("blockedBy", reply.blockedBy());
        seen.put("finishReason", reply.finishReason());
        seen.put("truncated", reply.truncated());
        return seen;
    }

    /** The newest verdicts; older ones are asked for again. */
    private static final class Remembered extends LinkedHashMap<String, Verdict> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verdict> eldest) {
            return size() > MOST_IN_MEMORY;
        }
    }
}
