package io.github.harmcheck.attack.encoding;

import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.BundledTemplates;
import io.github.harmcheck.attack.Groups;
import io.github.harmcheck.attack.Rewriting;
import io.github.harmcheck.attack.RewritingAttack;
import io.github.harmcheck.attack.Template;
import io.github.harmcheck.core.Behavior;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the words or the characters of the request round and guides the app through turning them back. FlipAttack (Liu et
 * al. 2024, arXiv 2410.02832, section 3) in its four modes, which are the variants: {@code word-order}, {@code
 * characters-in-word}, {@code characters-in-sentence}, and {@code fool-model}, which turns the characters and claims that
 * it was the words. The guidance, in {@code flip.txt}, is our own, without the examples that FlipAttack may add. Each mode
 * undoes itself.
 *
 * @since 0.1.0
 */
public final class FlipAttack extends RewritingAttack {
    private static final String FLIPPED = "flipped";
    private static final Pattern WORD_OR_BLANKS = Pattern.compile("\\S+|\\s+");
    private static final Map<String, UnaryOperator<String>> MODES = Map.of(
            "word-order", FlipAttack::wordOrder,
            "characters-in-word", FlipAttack::charactersInWord,
            "characters-in-sentence", FlipAttack::reversed,
            "fool-model", FlipAttack::reversed);

    /** For the service loader. */
    public FlipAttack() {
        super(
                "flip",
                "FlipAttack",
                "Turns words or characters of the request round and guides the app through turning them back",
                "FlipAttack, Liu et al. 2024, arXiv 2410.02832",
                Groups.ENCODINGS,
                Groups.ALL_STATIC);
    }

    @Override
    protected List<Rewriting> rewritings(Behavior behavior, AttackSettings settings) {
        return BundledTemplates.of(FlipAttack.class, id(), Set.of(FLIPPED)).stream()
                .map(FlipAttack::rewriting)
                .toList();
    }

    private static Rewriting rewriting(Template template) {
        UnaryOperator<String> mode = mode(template.id());
        return Rewriting.of(template.id(), request -> template.fill(Map.of(FLIPPED, mode.apply(request))));
    }

    /** Returns what turns a request round in a mode, and back. */
    static UnaryOperator<String> mode(String variant) {
        return Objects.requireNonNull(MODES.get(variant), () -> "no mode of FlipAttack is called " + variant);
    }

    private static String wordOrder(String text) {
        StringBuilder turned = new StringBuilder(text.length());
        Matcher piece = WORD_OR_BLANKS.matcher(text);
        int[] starts =
                piece.results().mapToInt(java.util.regex.MatchResult::start).toArray();
        for (int i = starts.length - 1; i >= 0; i--) {
            turned.append(text, starts[i], i + 1 < starts.length ? starts[i + 1] : text.length());
        }
        return turned.toString();
    }

    private static String charactersInWord(String text) {
        StringBuilder turned = new StringBuilder(text.length());
        Matcher piece = WORD_OR_BLANKS.matcher(text);
        while (piece.find()) {
            boolean blanks = Character.isWhitespace(text.charAt(piece.start()));
            turned.append(blanks ? piece.group() : reversed(piece.group()));
        }
        return turned.toString();
    }

    private static String reversed(String text) {
        // StringBuilder.reverse keeps surrogate pairs in order.
        return new StringBuilder(text).reverse().toString();
    }
}
