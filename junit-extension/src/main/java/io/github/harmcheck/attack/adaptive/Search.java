package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.BehaviorPrompt;
import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tries out single prompts on the app, each in a fresh conversation, and keeps the best by the attack judge's score; of
 * equal ones the first. The behavior's context goes before every prompt, as in the final dialogue. A reply without a text
 * or a tool call scores 0 and is not shown to the judge. Used by one thread.
 */
final class Search {
    private final Behavior behavior;
    private final Dialogue dialogue;
    private final int tries;
    private int tried;
    private @Nullable Candidate best;

    /**
     * Begins a search.
     *
     * @param tries prompts that may be tried out
     */
    Search(Behavior behavior, Dialogue dialogue, int tries) {
        this.behavior = behavior;
        this.dialogue = dialogue;
        this.tries = tries;
    }

    /** Returns whether no more prompt may be tried out. */
    boolean isOver() {
        return tried >= tries;
    }

    /** Returns whether a prompt was tried out. */
    boolean hasBegun() {
        return best != null;
    }

    /** Tries out a prompt. Not to be called once the search is over. */
    Candidate attempt(String prompt) throws Exception {
        tried++;
        dialogue.restart();
        Reply reply = dialogue.say(Message.user(BehaviorPrompt.withContext(behavior, prompt)));
        if (reply == null) {
            throw new IllegalStateException("the app returned null instead of a reply");
        }
        boolean silent = reply.text().isBlank() && reply.toolCalls().isEmpty();
        Candidate candidate = new Candidate(prompt, reply.text(), silent ? 0 : dialogue.score());
        Candidate before = best;
        if (before == null || candidate.score() > before.score()) {
            best = candidate;
        }
        return candidate;
    }

    /** Returns the best prompt tried out. */
    Candidate best() {
        return Objects.requireNonNull(best, "a search that tried out nothing has no best prompt");
    }

    /** Returns the final dialogue of the best prompt. */
    List<Message> turns() {
        return turns(behavior, best().prompt());
    }

    /** Returns the final dialogue of a prompt: the context and it. */
    static List<Message> turns(Behavior behavior, String prompt) {
        return List.of(Message.user(BehaviorPrompt.withContext(behavior, prompt)));
    }
}
