package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.BundledTemplates;
import io.github.harmcheck.attack.Groups;
import io.github.harmcheck.attack.Rewriting;
import io.github.harmcheck.attack.RewritingAttack;
import io.github.harmcheck.core.Behavior;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the telling words out of the request and defines them apart: letter by letter, as a word game, backwards. After
 * WordGame (Zhang et al. 2024, arXiv 2405.14023) and SATA (Dong et al. 2024, arXiv 2412.15289), where a model chooses the
 * words and writes the clues; here the longest words are the telling ones, and the clues are their letters. Variants are
 * the templates in {@code word-substitution.txt}.
 *
 * @since 0.1.0
 */
public final class WordSubstitutionAttack extends RewritingAttack {
    private static final Set<String> REQUIRED = Set.of("masked");

    /** For the service loader. */
    public WordSubstitutionAttack() {
        super(
                "word-substitution",
                "WordGame",
                "Takes the telling words out of the request and defines them apart",
                "WordGame, Zhang et al. 2024, arXiv 2405.14023; SATA, Dong et al. 2024, arXiv 2412.15289",
                Groups.FRAMES,
                Groups.ALL_STATIC);
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }

    @Override
    protected List<Rewriting> rewritings(Behavior behavior, AttackSettings settings) {
        return BundledTemplates.of(WordSubstitutionAttack.class, id(), REQUIRED).stream()
                .map(template -> FrameAttack.rewriting(template, WordSubstitutionAttack::values))
                .toList();
    }

    private static Map<String, String> values(String request) {
        TellingWords words = TellingWords.of(request);
        return Map.of(
                "masked",
                words.masked(),
                "spelled",
                words.list(word -> String.join(", ", word.split(""))),
                "clues",
                words.list(word -> ".".repeat(word.codePointCount(0, word.length())) + "  letters: " + sorted(word)),
                "backwards",
                words.list(word -> new StringBuilder(word).reverse().toString()));
    }

    private static String sorted(String word) {
        StringBuilder letters = new StringBuilder(word.length() * 2);
        word.codePoints()
                .sorted()
                .forEach(c -> letters.append(letters.length() == 0 ? "" : " ").appendCodePoint(c));
        return letters.toString();
    }
}
