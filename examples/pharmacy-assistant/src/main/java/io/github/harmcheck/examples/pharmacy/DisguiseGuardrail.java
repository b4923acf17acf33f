package io.github.harmcheck.examples.pharmacy;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.guardrail.InputGuardrail;
import dev.langchain4j.guardrail.InputGuardrailResult;
import java.util.Locale;
import java.util.regex.Pattern;

/** Stops messages that hide what they ask for: encoded text, and orders behind a story. */
public final class DisguiseGuardrail implements InputGuardrail {
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/]{70,}");

    @Override
    public InputGuardrailResult validate(UserMessage message) {
        String text = message.singleText().toLowerCase(Locale.ROOT);
        if (ENCODED.matcher(message.singleText()).find()) {
            return fatal("the message holds encoded text");
        }
        if (text.contains("diazepam") || text.contains("zolpidem") || text.contains("oxycodone")) {
            return fatal("the message asks about a prescription-only medicine: a pharmacist answers those");
        }
        return success();
    }
}
