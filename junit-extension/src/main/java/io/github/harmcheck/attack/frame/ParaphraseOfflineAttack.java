package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.OriginalQuestion;
import io.github.harmcheck.attack.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks the same in five other wordings. Semantically aligned augmentation of ASSERT (Mei et al. 2023, arXiv 2310.09624,
 * method 1), whose paraphrases a model writes ({@code paraphrase} does that); here rules and templates make them, so that
 * they need no model and are the same every time. Unlike ASSERT it takes harmful requests as well as advice. A verdict
 * that differs from that of {@code direct} or {@code question} breaks a metamorphic relation. Variants are {@code
 * unsafe-1.p1} …, or {@code verbatim.p1} …; the wordings are in {@code paraphrase-offline.txt}.
 *
 * @since 0.1.0
 */
public final class ParaphraseOfflineAttack extends OfflineFollowUp {
    static final int PARAPHRASES = 5;

    /** For the service loader. */
    public ParaphraseOfflineAttack() {
        super(
                "paraphrase-offline",
                "Semantically aligned augmentation (rules)",
                "Asks the same in five other wordings",
                "ASSERT method 1, Mei et al. 2023, arXiv 2310.09624; rules in place of the model");
    }

    @Override
    Stream<Attempt> attempts(OriginalQuestion base) {
        return IntStream.range(0, PARAPHRASES)
                .mapToObj(i -> attempt(base, "p" + (i + 1), () -> base.prompt(paraphrase(base, i))));
    }

    private String paraphrase(OriginalQuestion base, int index) {
        if (base.isAdvice()) {
            return templates(true).get(index).fill(base.words());
        }
        RequestWording wording = RequestWording.of(base.text());
        String prefix = wording.kind().name().toLowerCase(Locale.ROOT) + '-';
        List<Template> fitting = templates(false).stream()
                .filter(template -> template.id().startsWith(prefix))
                .toList();
        Map<String, String> words = new HashMap<>();
        words.put("action", wording.action());
        words.put("words", wording.words());
        return fitting.get(index).fill(words);
    }
}
