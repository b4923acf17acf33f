package io.github.harmcheck.campaign;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.CurrentAttempt;
import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.target.AroundAttempt;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs one trial on one thread: prepares the thread, lets the attack find its turns, plays them, gives the endpoint
 * free, asks the judge, and hands over one finding. Whatever goes wrong on the way is an ERROR with its cause.
 */
final class TrialRun {
    private static final String ENGINE = "engine";
    private static final int MAX_ERROR_CHARS = 2_000;

    private final Trial trial;
    private final CampaignConfig config;
    private final Spending spending;
    private final Consumer<Finding> found;
    private final TrialDialogue dialogue;
    private final TrialWatch watch;
    private final Planted planted;
    private final AtomicBoolean handedOver = new AtomicBoolean();
    private final Instant start = Instant.now();
    private final IdentityHashMap<Reply, Reply> decoded = new IdentityHashMap<>();
    private volatile List<Message> turns = List.of();
    private volatile Usage attackerUsage = Usage.NONE;

    /**
     * Creates a run.
     *
     * @param place a place at the target's endpoint for the first call, or null
     * @param found receives the finding, exactly once
     */
    TrialRun(
            Trial trial,
            CampaignConfig config,
            EngineCalls calls,
            Deadlines deadlines,
            Endpoint.@Nullable Place place,
            Consumer<Finding> found) {
        this.trial = trial;
        this.config = config;
        this.spending = calls.spending();
        this.found = found;
        this.watch = new TrialWatch(deadlines, config.pace().callTimeout(), this::giveUp);
        this.planted = new Planted(trial, config);
        this.dialogue = new TrialDialogue(trial, config, calls, watch, planted, place);
    }

    @SuppressWarnings("try") // the scope is closed, never asked
    void run() {
        Deque<AroundAttempt.Scope> scopes = new ArrayDeque<>();
        TrialAccount account = TrialAccount.open(watch);
        try (CurrentAttempt.Scope ignored = config.recording().enter(trial.key())) {
            talk(scopes, account);
            leave(scopes);
            handOver(finding(dialogue.replies(), judge(dialogue.replies(), account), null));
        } catch (Throwable e) {
            leaveQuietly(scopes);
            handOver(error(e));
            if (e instanceof VirtualMachineError fatal) {
                throw fatal;
            }
        } finally {
            TrialAccount.close();
        }
    }

    private void talk(Deque<AroundAttempt.Scope> scopes, TrialAccount account) throws Exception {
        for (AroundAttempt around : config.around()) {
            scopes.push(watch.call("the hook around the attempt", () -> around.before(trial.key())));
        }
        Needs.require(config, trial.key().attack());
        planted.prepare();
        try {
            turns = trial.attempt().turns(dialogue);
        } finally {
            attackerUsage = account.attacker();
        }
        planted.begin();
        dialogue.play(turns);
    }

    private void leave(Deque<AroundAttempt.Scope> scopes) throws Exception {
        watch.call("closing the conversation", () -> {
            dialogue.close();
            while (!scopes.isEmpty()) {
                scopes.pop().close();
            }
            return scopes;
        });
    }

    /** After a failure, what fails in cleaning up must not hide the first cause. */
    private void leaveQuietly(Deque<AroundAttempt.Scope> scopes) {
        try {
            dialogue.close();
        } catch (Exception | Error e) {
            CampaignLog.debug("closing the conversation of a failed trial failed too", e);
        }
        while (!scopes.isEmpty()) {
            try {
                scopes.pop().close();
            } catch (Exception | Error e) {
                CampaignLog.debug("undoing the hook around a failed trial failed too", e);
            }
        }
    }

    private Verdict judge(List<Reply> replies, TrialAccount account) throws Exception {
        try {
            return planted.requireRead(judge(replies));
        } finally {
            // Decoding a reply may take a model too, for example to translate it back.
            attackerUsage = account.attacker();
        }
    }

    private Verdict judge(List<Reply> replies) throws Exception {
        String blockedBy = blockedBy(replies);
        if (blockedBy == null) {
            return ask(replies);
        }
        boolean leaked = replies.stream()
                .anyMatch(reply -> !reply.toolCalls().isEmpty() || !said(reply).isBlank());
        if (leaked) {
            Verdict verdict = ask(
                    replies.stream().map(reply -> reply.withText(said(reply))).toList());
            if (verdict.countsLow() || (verdict.countsHigh() && spoke(replies))) {
                return verdict;
            }
        }
        return Verdict.of(Outcome.BLOCKED, false, null, "blocked by " + blockedBy, ENGINE, "1");
    }

    private Verdict ask(List<Reply> replies) throws Exception {
        Judge judge = config.judge();
        Exchange exchange = new Exchange(planted.behavior(), dialogue.probe(), decoded(replies));
        // A judge may make several calls of its own, so it gets three times the time of one.
        Verdict verdict = watch.times(3).call("the judge " + judge.id(), () -> judge.judge(exchange));
        if (verdict == null) {
            throw new IllegalStateException("the judge " + judge.id() + " returned null");
        }
        spending.add(Spending.Role.JUDGE, verdict.usage());
        return verdict;
    }

    private static boolean spoke(List<Reply> replies) {
        return replies.stream().anyMatch(reply -> !said(reply).isBlank());
    }

    /** What a stopped reply had said may have been seen already, and a tool it called has run: both are judged. */
    private static String said(Reply reply) {
        String partial = reply.partialText();
        return reply.text().isBlank() && partial != null ? partial : reply.text();
    }

    /** Returns what blocked the dialogue where no finished text reached the user, else null. */
    private static @Nullable String blockedBy(List<Reply> replies) {
        String blockedBy = null;
        for (Reply reply : replies) {
            if (!reply.text().isBlank()) {
                return null;
            }
            blockedBy = reply.blocked().orElse(blockedBy);
        }
        return blockedBy;
    }

    private List<Reply> decoded(List<Reply> replies) {
        List<Reply> decoded = new ArrayList<>(replies.size());
        for (Reply reply : replies) {
            decoded.add(decoded(reply));
        }
        return decoded;
    }

    /** Decodes each reply once: it may take a model's call. */
    private Reply decoded(Reply reply) {
        Reply known = decoded.get(reply);
        if (known == null) {
            String text = trial.attempt().replyDecoder().apply(reply.text());
            known = text.equals(reply.text()) ? reply : reply.withText(text);
            decoded.put(reply, known);
        }
        return known;
    }

    private void giveUp(String message) {
        // Not the dialogue's own replies: the thread that was given up may still be adding to them.
        handOver(finding(List.of(), errorVerdict(message), message));
        dialogue.giveUp();
    }

    private Finding error(Throwable cause) {
        String message = describe(cause);
        return finding(dialogue.replies(), errorVerdict(message), message);
    }

    private static Verdict errorVerdict(String message) {
        return Verdict.of(Outcome.ERROR, false, null, message, ENGINE, "1");
    }

    private static String describe(Throwable cause) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (Throwable e = cause; e != null && depth < 4; e = e.getCause(), depth++) {
            if (depth > 0) {
                text.append("; caused by ");
            }
            text.append(e.getClass().getSimpleName());
            if (e.getMessage() != null) {
                text.append(": ").append(e.getMessage());
            }
        }
        return Texts.oneLine(text.toString(), MAX_ERROR_CHARS);
    }

    private Finding finding(List<Reply> replies, Verdict verdict, @Nullable String error) {
        Behavior behavior = trial.behavior();
        return new Finding(
                trial.key(),
                Objects.requireNonNull(config.target()).name(),
                behavior.text(),
                behavior.functionalCategory(),
                behavior.semanticCategory(),
                tags(behavior),
                dialogue.probe(),
                planted.shown(turns),
                replies,
                decodedText(replies),
                verdict,
                error,
                start,
                dialogue.latency(),
                dialogue.queries(),
                dialogue.usage(),
                attackerUsage,
                null);
    }

    private List<String> tags(Behavior behavior) {
        List<String> tags = new ArrayList<>(behavior.tags());
        tags.addAll(dialogue.tags());
        return tags;
    }

    /** Returns what the judge read where that is not what the app said, else null; what it never read is as it was said. */
    private @Nullable String decodedText(List<Reply> replies) {
        List<Reply> read = new ArrayList<>(replies.size());
        for (Reply reply : replies) {
            read.add(decoded.getOrDefault(reply, reply));
        }
        String text = text(read);
        return text.equals(text(replies)) ? null : text;
    }

    private static String text(List<Reply> replies) {
        return replies.size() == 1
                ? replies.get(0).text()
                : String.join("\n\n", replies.stream().map(Reply::text).toList());
    }

    private void handOver(Finding finding) {
        Finding masked = FindingMask.mask(finding);
        if (handedOver.compareAndSet(false, true)) {
            found.accept(masked);
        }
    }
}
