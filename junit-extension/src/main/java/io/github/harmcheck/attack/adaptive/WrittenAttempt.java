package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Probe;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An attempt that a model writes, or whose reply it reads.
 *
 * @param variant id within attack and behavior
 * @param probe the kind of answer asked for
 * @param adaptive whether it talks to the app first
 * @param maxCalls most calls by role
 * @param writer finds the turns
 * @param replyDecoder what is done to the reply before it is judged
 */
record WrittenAttempt(
        String variant,
        Probe probe,
        boolean adaptive,
        Calls maxCalls,
        AdaptiveAttempt.Turns writer,
        UnaryOperator<String> replyDecoder)
        implements Attempt {

    /** Creates an attempt on a harmful request. */
    WrittenAttempt(String variant, Calls maxCalls, AdaptiveAttempt.Turns writer, UnaryOperator<String> replyDecoder) {
        this(variant, Probe.HARM, false, maxCalls, writer, replyDecoder);
    }

    @Override
    public List<Message> turns(Dialogue dialogue) throws Exception {
        return writer.find(dialogue);
    }
}
