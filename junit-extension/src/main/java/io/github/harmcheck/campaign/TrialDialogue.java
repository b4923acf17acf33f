package io.github.harmcheck.campaign;

import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.core.Exchange;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.judge.Judge;
import io.github.harmcheck.target.BrokenReplyException;
import io.github.harmcheck.target.Conversation;
import io.github.harmcheck.target.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conversations of one trial with the app: an adaptive attack's exploration, then the final dialogue. */
final class TrialDialogue implements Dialogue, AutoCloseable {
    private final Trial trial;
    private final Target target;
    private final @Nullable Judge attackJudge;
    private final CallWatch watch;
    private final List<Reply> replies = new ArrayList<>();
    private @Nullable Conversation conversation;
    private int queries;
    private Usage usage = Usage.NONE;

    TrialDialogue(Trial trial, Target target, @Nullable Judge attackJudge, CallWatch watch) {
        this.trial = trial;
        this.target = target;
        this.attackJudge = attackJudge;
        this.watch = watch;
    }

    @Override
    public Reply say(Message message) throws Exception {
        int most = trial.attempt().maxCalls().target();
        if (queries >= most) {
            throw new IllegalStateException("the attack " + trial.key().attack() + " announced at most " + most
                    + " calls for one attempt and wants more");
        }
        queries++;
        Reply reply = ask(message);
        if (reply == null) {
            throw new IllegalStateException("the app returned null instead of a reply");
        }
        replies.add(reply);
        Usage spent = reply.usage();
        usage = usage.plus(spent == null ? new Usage(1, null, null) : spent);
        return reply;
    }

    /** What a reply had said before it broke off stays with the finding. */
    private Reply ask(Message message) throws Exception {
        try {
            return watch.call("the target", () -> open().say(message));
        } catch (BrokenReplyException e) {
            replies.add(Reply.builder("").partialText(e.partialText()).build());
            throw e;
        }
    }

    @Override
    public void restart() {
        close();
        replies.clear();
    }

    @Override
    public double score() throws Exception {
        Judge judge = attackJudge;
        if (judge == null) {
            throw new IllegalStateException("the attack " + trial.key().attack()
                    + " needs an attack judge: set one with attackJudge(...), another one than the verdict judge");
        }
        Exchange exchange = new Exchange(trial.behavior(), trial.attempt().probe(), replies);
        Verdict verdict = watch.call("the attack judge", () -> judge.judge(exchange));
        Double score = verdict.score();
        if (score != null) {
            return score;
        }
        return verdict.countsHigh() ? 1 : 0;
    }

    /** Plays the turns in a fresh conversation. */
    void play(List<Message> turns) throws Exception {
        restart();
        for (Message turn : turns) {
            say(turn);
        }
    }

    List<Reply> replies() {
        return List.copyOf(replies);
    }

    int queries() {
        return queries;
    }

    Usage usage() {
        return usage;
    }

    private Conversation open() throws Exception {
        Conversation open = conversation;
        if (open == null) {
            open = target.open(trial.key());
            conversation = open;
        }
        return open;
    }

    @Override
    public void close() {
        Conversation open = conversation;
        conversation = null;
        if (open != null) {
            open.close();
        }
    }
}
