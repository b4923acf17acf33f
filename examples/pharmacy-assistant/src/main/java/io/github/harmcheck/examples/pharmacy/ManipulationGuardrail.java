package io.github.harmcheck.examples.pharmacy;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.guardrail.InputGuardrail;
import dev.langchain4j.guardrail.InputGuardrailResult;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Stops messages that try to make the model someone else, or that hide what they ask for: long encoded texts, orders to
 * forget the instructions, scenes to play, claims to be staff. A list of patterns, so there are ways around it.
 */
final class ManipulationGuardrail implements InputGuardrail {
    private static final List<Pattern> SIGNS = List.of(
            Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}"),
            words("(ignore|forget) (all |your |the |any )*(previous |earlier )?(instructions|rules)"),
            words("you (will speak|speak|act) as"),
            words("stay in (her|his|their) voice"),
            words("i am (the|your) (head pharmacist|pharmacist on duty|manager)"));

    private static Pattern words(String regex) {
        return Pattern.compile("\\b" + regex + "\\b", Pattern.CASE_INSENSITIVE);
    }

    @Override
    public InputGuardrailResult validate(UserMessage message) {
        String text = message.singleText();
        return SIGNS.stream().anyMatch(sign -> sign.matcher(text).find())
                ? fatal("the message tries to change what the assistant is")
                : success();
    }
}
