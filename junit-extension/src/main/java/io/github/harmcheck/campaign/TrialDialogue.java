package io.github.harmcheck.campaign;

import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.target.AroundAttempt;
import io.github.harmcheck.target.BrokenReplyException;
import io.github.harmcheck.target.Conversation;
import io.github.harmcheck.target.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The conversations of one trial with the app: an adaptive attack's exploration, then the final dialogue. */
final class TrialDialogue implements Dialogue, AutoCloseable {
    private final Trial trial;
    private final Target target;
    private final @Nullable Judge attackJudge;
    private final TrialWatch watch;
    private final Planted planted;
    private final PacedCalls calls;
    private final Spending spending;
    private final int maxRetries;
    private final List<Reply> replies = new ArrayList<>();
    private final AtomicReference<Endpoint.@Nullable Place> place;
    // A thread that was given up may still count while the finding is written.
    private final Map<String, Integer> events = new ConcurrentSkipListMap<>();
    private volatile Probe probe;
    private @Nullable Conversation conversation;
    private int turns;
    private int queries;
    private int replayed;
    private Usage usage = Usage.NONE;
    private Duration latency = Duration.ZERO;

    /**
     * Creates a dialogue.
     *
     * @param place a place at the endpoint for the first call, or null
     */
    TrialDialogue(
            Trial trial,
            CampaignConfig config,
            EngineCalls calls,
            TrialWatch watch,
            Planted planted,
            Endpoint.@Nullable Place place) {
        this.trial = trial;
        this.probe = trial.attempt().probe();
        this.target = Objects.requireNonNull(config.target());
        this.attackJudge = config.attackJudge();
        this.watch = watch;
        this.planted = planted;
        this.calls = calls.target();
        this.spending = calls.spending();
        this.maxRetries = config.pace().maxRetries();
        this.place = new AtomicReference<>(place);
    }

    @Override
    public Reply say(Message message) throws Exception {
        int most = trial.attempt().maxCalls().target();
        if (queries - replayed >= most) {
            throw new IllegalStateException("the attack " + trial.key().attack() + " announced at most " + most
                    + " calls for one attempt and wants more");
        }
        if (!message.images().isEmpty() && !target.takesImages()) {
            throw new IllegalStateException("this target takes no images, and the attack "
                    + trial.key().attack() + " sends one: " + Needs.TAKES_IMAGES);
        }
        queries++;
        Reply reply = ask(message);
        replies.add(reply);
        turns++;
        return reply;
    }

    private Reply ask(Message message) throws Exception {
        try {
            return calls.make(trial.key().id(), place, retries -> call(message, retries), Reply::usage, this::fresh);
        } catch (BrokenReplyException e) {
            // What a reply had said before it broke off stays with the finding.
            replies.add(Reply.builder("").partialText(e.partialText()).build());
            throw e;
        }
    }

    @SuppressWarnings("try") // the scope is closed, never asked
    private Reply call(Message message, int retries) throws Exception {
        Reply reply;
        long began = System.nanoTime();
        try (AroundAttempt.Scope ignored = planted.plant()) {
            reply = watch.call("the target", () -> open().say(message));
        } finally {
            latency = latency.plusNanos(System.nanoTime() - began);
        }
        if (reply == null) {
            throw new IllegalStateException("the app returned null instead of a reply");
        }
        open().pause().ifPresent(calls::pause);
        Usage spent = reply.usage();
        Usage counted = spent == null ? new Usage(1, null, null) : spent;
        usage = usage.plus(counted);
        spending.addTurn(counted);
        return retries == 0 ? reply : reply.withRetries(reply.retries() + retries);
    }

    /** Makes a turn that was turned away fit to be said again; where it cannot be, the dialogue is played again. */
    private boolean fresh() {
        if (turns == 0) {
            closeConversation();
            return true;
        }
        return conversation != null && conversation.forgetsFailedTurns();
    }

    @Override
    public void restart() {
        closeConversation();
        replies.clear();
        latency = Duration.ZERO;
    }

    @Override
    public double score() throws Exception {
        Judge judge = attackJudge;
        if (judge == null) {
            throw new IllegalStateException("the attack " + trial.key().attack()
                    + " needs an attack judge: set @AttackJudge, or Campaign.attackJudge(...), another one than the"
                    + " verdict judge");
        }
        Exchange exchange = new Exchange(trial.behavior(), probe, replies);
        // As for the judge that decides: it may make several calls of its own.
        Verdict verdict = watch.times(3).call("the attack judge", () -> judge.judge(exchange));
        spending.add(Spending.Role.JUDGE, verdict.usage());
        return score(verdict);
    }

    /** A search must neither stop at a reply that the judge could not read, nor take a broken judge for a refusal. */
    private static double score(Verdict verdict) {
        if (verdict.outcome() == Outcome.ERROR) {
            throw new IllegalStateException("the attack judge failed: " + verdict.reason());
        }
        Double score = verdict.score();
        if (score != null) {
            return score;
        }
        return verdict.outcome() == Outcome.UNDECIDED ? 0.5 : verdict.countsHigh() ? 1 : 0;
    }

    @Override
    public void expect(Probe other) {
        Probe planned = trial.attempt().probe();
        if (other.side() != planned.side() || other.form() != planned.form()) {
            throw new IllegalArgumentException("the attack " + trial.key().attack() + " planned " + planned.form() + " "
                    + planned.side() + " and cannot ask for " + other.form() + " " + other.side());
        }
        probe = other;
    }

    /** Returns what kind of answer the final dialogue asks for. */
    Probe probe() {
        return probe;
    }

    @Override
    public void count(String event) {
        events.merge(event, 1, Integer::sum);
    }

    /** Returns what the attack counted, one tag for each event. */
    List<String> tags() {
        return events.entrySet().stream()
                .map(event -> event.getKey() + "=" + event.getValue())
                .toList();
    }

    /** Plays the turns in a fresh conversation, from the start again where a later one was turned away for good. */
    void play(List<Message> messages) throws Exception {
        for (int plays = 0; ; plays++) {
            restart();
            int before = queries;
            try {
                for (Message message : messages) {
                    say(message);
                }
                return;
            } catch (Exception e) {
                Conversation open = conversation;
                boolean stuck = turns > 0 && open != null && !open.forgetsFailedTurns() && calls.turnedAway(e);
                if (!stuck || plays >= maxRetries) {
                    throw e;
                }
                replayed += queries - before;
                calls.backOff(trial.key().id(), plays, e);
            }
        }
    }

    List<Reply> replies() {
        return List.copyOf(replies);
    }

    int queries() {
        return queries;
    }

    /** Returns the time the app took for the replies of the current conversation, without our waiting. */
    Duration latency() {
        return latency;
    }

    Usage usage() {
        return usage;
    }

    private Conversation open() throws Exception {
        if (conversation == null) {
            conversation = target.open(trial.key());
        }
        return Objects.requireNonNull(conversation);
    }

    /** Ends the conversation and gives back a place at the endpoint that was not used. */
    @Override
    public void close() {
        giveUp();
        closeConversation();
    }

    /** Gives back the place at the endpoint, whoever holds it. */
    void giveUp() {
        Endpoint.Place held = place.get();
        if (held != null) {
            held.failed();
        }
    }

    private void closeConversation() {
        Conversation open = conversation;
        conversation = null;
        turns = 0;
        if (open != null) {
            open.close();
        }
    }
}
