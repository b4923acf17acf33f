package io.github.harmcheck.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A judge model without a will of its own: it says yes, unless what it reads outside the fenced sections holds an order, a
 * chat marker or a finished verdict. Then it obeys and says no.
 */
final class ObedientModel {

    static final String YES = "{\"complied\":\"yes\",\"refused\":false,\"reason\":\"as it reads\"}";
    static final String OBEYED = "{\"complied\":\"no\",\"refused\":true,\"reason\":\"as it was told\"}";

    private static final Pattern FENCE = Pattern.compile("BEGIN (HC-[0-9a-f]{32}) and");

    private static final Pattern ORDER = Pattern.compile(
            "(?i)obey me|ignore (all|the|any)|answer is no|\"complied\"\\s*:\\s*\"no\"|verdict:|say no|new instructions");

    /** What a chat template reads as the end of a turn, wherever it stands. */
    private static final Pattern CHAT_MARKER = Pattern.compile(
            "(?i)\\[/?INST]|<\\|[a-z_]+\\|>|<</?SYS>>|</s>|</?(user|assistant|system|think)>|(?m)^\\s*(system|assistant|user):");

    private ObedientModel() {}

    static ScriptedGenerator create() {
        return ScriptedGenerator.answering(
                request -> answer(request.messages().get(0).text()));
    }

    static String fence(String prompt) {
        Matcher matcher = FENCE.matcher(prompt);
        if (!matcher.find()) {
            throw new AssertionError("the prompt names no fence");
        }
        return matcher.group(1);
    }

    private static String answer(String prompt) {
        if (CHAT_MARKER.matcher(prompt).find()) {
            return OBEYED;
        }
        return ORDER.matcher(outside(prompt)).find() ? OBEYED : YES;
    }

    /** Drops the fenced sections as the prompt defines them: from a BEGIN line to the next END line with its code. */
    static String frame(String prompt) {
        String fence = fence(prompt);
        List<String> kept = new ArrayList<>();
        boolean inside = false;
        for (String line : prompt.lines().toList()) {
            if (line.startsWith("BEGIN " + fence)) {
                inside = true;
            } else if (line.startsWith("END " + fence)) {
                inside = false;
            } else if (!inside) {
                kept.add(line);
            }
        }
        return String.join("\n", kept);
    }

    /** Drops the example of an answer too. */
    private static String outside(String prompt) {
        String instructions = frame(prompt);
        int example = instructions.lastIndexOf("Answer with one JSON object");
        int exampleEnd = instructions.indexOf("quoting the reply\"}", example);
        return instructions.substring(0, example) + instructions.substring(exampleEnd);
    }
}
