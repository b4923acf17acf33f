package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.AttackConfigurationException;
import io.github.harmcheck.attack.BehaviorPrompt;
import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A conversation of several turns that is tried out on the app. Its last turn can be taken back: since no app can forget a
 * turn, the kept ones are then said again in a fresh conversation, before the next one and at the cost of their calls. What
 * is handed in are the turns up to the one with the best score, of equal ones the first; without a score, all that was
 * said last. The behavior's context goes before the first turn. Used by one thread.
 */
final class Talk {
    private static final double UNSCORED = -1;

    private final Behavior behavior;
    private final Dialogue dialogue;
    private final Limits limits;
    private final List<Turn> turns = new ArrayList<>();
    private List<Message> best = List.of();
    private List<Message> last = List.of();
    private double bestScore = UNSCORED;
    private int calls;
    private boolean stale;

    Talk(Behavior behavior, Dialogue dialogue, Limits limits) {
        this.behavior = behavior;
        this.dialogue = dialogue;
        this.limits = limits;
    }

    /**
     * How long a conversation may be.
     *
     * @param turns most turns
     * @param calls most calls to the app while it is tried out, those that are said again included
     */
    record Limits(int turns, int calls) {

        /**
         * Returns the limits as planned, or lower ones where {@code maxCallsPerBehavior} allows less for both trying out and
         * the final dialogue.
         *
         * @throws AttackConfigurationException where it leaves no room for one turn
         */
        static Limits of(Tuned tuned, int turns, int calls) {
            Integer most = tuned.settings().maxCallsPerBehavior();
            if (most == null || most >= turns + calls) {
                return new Limits(turns, calls);
            }
            int room = tuned.tries(turns + calls) + 1;
            int fewer = Math.max(1, Math.min(turns, room / 2));
            return new Limits(fewer, room - fewer);
        }

        /** Returns the calls to the app, the final dialogue included. */
        int total() {
            return turns + calls;
        }
    }

    /** Returns the turns that stand. */
    int length() {
        return turns.size();
    }

    /** Returns whether another turn may be said. */
    boolean goesOn() {
        int needed = stale ? turns.size() + 1 : 1;
        return turns.size() < limits.turns && calls + needed <= limits.calls;
    }

    /** Says the next turn. Only where {@link #goesOn}. */
    Reply say(String text) throws Exception {
        if (stale || turns.isEmpty()) {
            startAgain();
        }
        Reply reply = ask(text, turns.isEmpty());
        turns.add(new Turn(text, reply.text(), reply));
        last = messages();
        return reply;
    }

    /** Returns whether the last turn can be taken back and another be said in its place. */
    boolean hasRoomForAnother() {
        return calls + turns.size() <= limits.calls;
    }

    /** Takes back the last turn. Another is to be said before the next score. */
    void takeBack() {
        turns.remove(turns.size() - 1);
        stale = true;
    }

    /** Scores the conversation and returns whether its rating on the scale of 1 to 10 is at least the cutoff. */
    boolean reaches(double cutoff) throws Exception {
        return new Candidate("", "", score()).reaches(cutoff);
    }

    /** Asks the attack judge, 0..1; a conversation without any reply scores 0. */
    private double score() throws Exception {
        boolean silent = turns.stream()
                .allMatch(turn ->
                        turn.reply.text().isBlank() && turn.reply.toolCalls().isEmpty());
        double score = silent ? 0 : dialogue.score();
        if (score > bestScore) {
            bestScore = score;
            best = messages();
        }
        return score;
    }

    /** Returns the final dialogue. */
    List<Message> turns() {
        return best.isEmpty() ? last : best;
    }

    /** Returns what was said so far, turn by turn; the replies are untrusted text. */
    String transcript() {
        if (turns.isEmpty()) {
            return "(nothing yet)";
        }
        StringJoiner transcript = new StringJoiner("\n\n");
        turns.forEach(turn -> transcript.add(
                "You: " + turn.said + "\n\nApplication: " + (turn.heard.isBlank() ? "(no text)" : turn.heard)));
        return transcript.toString();
    }

    /** Returns whether the app declined, was stopped, or said nothing. */
    static boolean declines(Reply reply) {
        return (reply.text().isBlank() && reply.toolCalls().isEmpty()) || Declining.in(reply.text());
    }

    private void startAgain() throws Exception {
        dialogue.restart();
        List<Turn> kept = List.copyOf(turns);
        turns.clear();
        for (Turn turn : kept) {
            Reply reply = ask(turn.said, turns.isEmpty());
            turns.add(new Turn(turn.said, reply.text(), reply));
        }
        stale = false;
    }

    private Reply ask(String text, boolean first) throws Exception {
        calls++;
        Reply reply = dialogue.say(message(text, first));
        if (reply == null) {
            throw new IllegalStateException("the app returned null instead of a reply");
        }
        return reply;
    }

    private Message message(String text, boolean first) {
        return Message.user(first ? BehaviorPrompt.withContext(behavior, text) : text);
    }

    private List<Message> messages() {
        List<Message> messages = new ArrayList<>(turns.size());
        for (Turn turn : turns) {
            messages.add(message(turn.said, messages.isEmpty()));
        }
        return List.copyOf(messages);
    }

    private record Turn(String said, String heard, Reply reply) {}
}
