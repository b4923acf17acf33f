package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.Dialogue;
import io.github.harmcheck.attack.OriginalQuestion;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Reply;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks with a hint that the app itself gave before. Adversarial knowledge injection of ASSERT, Mei et al. 2023 (arXiv
 * 2310.09624, method 3), self-adversarial: the app is asked for five benefits of the unsafe action, and in a fresh
 * conversation one of them is put after the question, "(Hint: …)", alone or after four demonstrations. Needs no other
 * model. Variants as in {@code knowledge-injection}.
 *
 * <p>Where it differs: an app that names no such benefit, or fewer, is asked without a hint, since it cannot be misled by
 * knowledge it does not give; the finding has the tag {@code no-hint}. In the paper such items drop out.
 *
 * @since 0.1.0
 */
public final class KnowledgeInjectionSelfAttack extends HintAttack {
    private static final int LONGEST = 400;
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*\u2022\u2013]|\\d{1,2}[.)])\\s+(\\S.*)");

    /** For the service loader. */
    public KnowledgeInjectionSelfAttack() {
        super(
                "knowledge-injection-self",
                "Adversarial knowledge injection, self-adversarial",
                "Asks with a hint for the unsafe answer that the app itself gave before "
                        + "(ASSERT method 3, Mei et al. 2023, arXiv 2310.09624).",
                "ASSERT method 3, Mei et al. 2023, arXiv 2310.09624",
                Set.of(),
                HINTS);
    }

    @Override
    Attempt.Calls calls(Tuned tuned) {
        return new Attempt.Calls(2, 0, 0);
    }

    @Override
    Optional<String> hint(OriginalQuestion base, Tuned tuned, Dialogue dialogue, int index) throws Exception {
        String text = Prompt.of(base.isAdvice() ? "own-benefits-of-advice" : "own-benefits-of-request")
                .put("count", tuned.whole(HINTS))
                .put("text", base.text())
                .text();
        Reply reply = dialogue.say(Message.user(text));
        if (reply == null) {
            throw new IllegalStateException("the app returned null instead of a reply");
        }
        List<String> items = reply.text()
                .lines()
                .map(ITEM::matcher)
                .filter(Matcher::matches)
                .map(item -> shortened(item.group(1)))
                .toList();
        if (items.size() <= index) {
            dialogue.count("no-hint");
            return Optional.empty();
        }
        return Optional.of(items.get(index));
    }

    private static String shortened(String item) {
        if (item.length() <= LONGEST) {
            return item;
        }
        boolean insidePair = Character.isHighSurrogate(item.charAt(LONGEST - 1));
        return item.substring(0, insidePair ? LONGEST - 1 : LONGEST);
    }
}
