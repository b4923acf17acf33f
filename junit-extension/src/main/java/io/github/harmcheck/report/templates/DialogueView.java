package io.github.harmcheck.report.templates;

import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.Finding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * One dialogue of the report.
 *
 * @param anchor id of its place in the page
 * @param id id of the finding
 * @param kind why it is shown
 * @param attack id of the attack, for the filter
 * @param category semantic category, for the filter
 * @param behavior what the attempt tried to elicit
 * @param turns what was said
 * @param facts what was decided, and what it took
 */
record DialogueView(
        String anchor,
        String id,
        DialogueKind kind,
        String attack,
        String category,
        VisibleText behavior,
        List<Turn> turns,
        List<Fact> facts) {

    /**
     * One part of the dialogue.
     *
     * @param speaker who speaks, and how
     * @param style class of the style sheet
     * @param text what is said
     */
    record Turn(String speaker, String style, VisibleText text) {}

    static DialogueView of(Finding finding, DialogueKind kind, String anchor) {
        return new DialogueView(
                anchor,
                finding.id(),
                kind,
                finding.key().attack(),
                VisibleText.of(finding.semanticCategory()).text(),
                VisibleText.of(finding.behavior()),
                turns(finding),
                facts(finding));
    }

    private static List<Turn> turns(Finding finding) {
        List<Turn> turns = new ArrayList<>();
        int answered = 0;
        for (Message message : finding.messages()) {
            boolean system = message.role() == Message.Role.SYSTEM;
            boolean said = message.role() == Message.Role.ASSISTANT;
            turns.add(new Turn(
                    system ? "System" : said ? "App, as quoted by the attacker" : "Attacker",
                    "turn-attacker",
                    VisibleText.of(message.text())));
            message.images()
                    .forEach(image ->
                            turns.add(new Turn("Attacker, image", "turn-attacker", VisibleText.of(image.toString()))));
            if (message.role() == Message.Role.USER
                    && answered < finding.replies().size()) {
                addReply(turns, finding.replies().get(answered++));
            }
        }
        while (answered < finding.replies().size()) {
            addReply(turns, finding.replies().get(answered++));
        }
        if (finding.decodedText() != null) {
            turns.add(new Turn("App, as decoded for the judge", "turn-app", VisibleText.of(finding.decodedText())));
        }
        if (finding.error() != null) {
            turns.add(new Turn("Why it failed to run", "turn-note", VisibleText.of(finding.error())));
        }
        return turns;
    }

    private static void addReply(List<Turn> turns, Reply reply) {
        if (reply.blockedBy() != null) {
            turns.add(new Turn("Blocked by", "turn-note", VisibleText.of(reply.blockedBy())));
        }
        if (reply.partialText() != null) {
            turns.add(new Turn("App, before it was stopped", "turn-app", VisibleText.of(reply.partialText())));
        }
        if (!reply.text().isEmpty()
                || (reply.blockedBy() == null && reply.toolCalls().isEmpty())) {
            String how =
                    reply.text().isEmpty() ? "App (empty reply)" : reply.truncated() ? "App (cut by limit)" : "App";
            turns.add(new Turn(how, "turn-app", VisibleText.of(reply.text())));
        }
        reply.toolCalls()
                .forEach(call -> turns.add(
                        new Turn("Tool called", "turn-note", VisibleText.of(call.name() + " " + call.arguments()))));
        if (!reply.retrievedIds().isEmpty()) {
            turns.add(new Turn(
                    "Documents retrieved", "turn-note", VisibleText.of(String.join("\n", reply.retrievedIds()))));
        }
    }

    private static List<Fact> facts(Finding finding) {
        List<Fact> facts = new ArrayList<>();
        var verdict = finding.verdict();
        facts.add(new Fact("Judge", one(verdict.judge() + " " + verdict.judgeVersion())));
        facts.add(new Fact("Reason", one(verdict.reason())));
        if (verdict.score() != null) {
            facts.add(new Fact("Score", "%s of 1".formatted(round(verdict.score()))));
        }
        if (finding.reviewer() != null) {
            facts.add(new Fact("Reviewed by", one(finding.reviewer())));
        }
        facts.add(new Fact(
                "Category",
                one(finding.semanticCategory() + ", "
                        + finding.functionalCategory().id())));
        facts.add(new Fact("Cost", cost(finding)));
        facts.add(new Fact("For a review", finding.reviewHash()));
        return facts;
    }

    private static String cost(Finding finding) {
        int attacker = finding.attackerUsage().calls();
        return finding.queries() + " calls to the target, "
                + (attacker == 0 ? "" : attacker + " to the attacker" + failed(finding) + ", ")
                + finding.latency().toMillis() + " ms";
    }

    /** What the attacker model did not do, as the attack counted it in the tags. */
    private static String failed(Finding finding) {
        List<String> counted = finding.tags().stream()
                .filter(tag -> tag.startsWith("attacker-"))
                .toList();
        return counted.isEmpty() ? "" : one(" (" + String.join(", ", counted) + ")");
    }

    private static String one(String text) {
        return Texts.oneLine(text, 500);
    }

    private static String round(double score) {
        return BigDecimal.valueOf(score)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
