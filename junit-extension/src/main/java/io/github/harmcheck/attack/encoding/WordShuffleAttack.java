package io.github.harmcheck.attack.encoding;

import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.BundledTemplates;
import io.github.harmcheck.attack.Groups;
import io.github.harmcheck.attack.Rewriting;
import io.github.harmcheck.attack.RewritingAttack;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.internal.Seeds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Sends the words of the request in an order drawn by seed. SI-Attack (Zhao et al. 2025, arXiv 2501.04931) for text, which
 * tries many orders and keeps the one that a judge scores highest; here it is one. Also FuzzyAI's shuffle. Variants are the
 * templates in {@code word-shuffle.txt}, each with an order of its own.
 *
 * @since 0.1.0
 */
public final class WordShuffleAttack extends RewritingAttack {
    private static final String SHUFFLED = "shuffled";
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** For the service loader. */
    public WordShuffleAttack() {
        super(
                "word-shuffle",
                "SI-Attack",
                "Sends the words of the request in mixed order",
                "SI-Attack, Zhao et al. 2025, arXiv 2501.04931",
                Groups.ENCODINGS,
                Groups.ALL_STATIC);
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }

    @Override
    protected List<Rewriting> rewritings(Behavior behavior, AttackSettings settings) {
        return BundledTemplates.of(WordShuffleAttack.class, id(), Set.of(SHUFFLED)).stream()
                .map(template -> Rewriting.of(template.id(), request -> {
                    SplittableRandom random =
                            Seeds.random(settings.seed(), id(), template.id(), behavior.dataset(), behavior.id());
                    return template.fill(Map.of(SHUFFLED, shuffled(request, random)));
                }))
                .toList();
    }

    private static String shuffled(String request, SplittableRandom random) {
        String[] words = BLANKS.split(request.strip());
        for (int i = words.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            String moved = words[i];
            words[i] = words[j];
            words[j] = moved;
        }
        return String.join(" ", words);
    }
}
