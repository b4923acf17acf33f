package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.BundledTemplates;
import io.github.harmcheck.attack.Groups;
import io.github.harmcheck.attack.Rewriting;
import io.github.harmcheck.attack.RewritingAttack;
import io.github.harmcheck.attack.Template;
import io.github.harmcheck.attack.encoding.EnglishWords;
import io.github.harmcheck.core.Behavior;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws the telling word of the request as ASCII art, so that filters on words do not see it. ArtPrompt, Jiang et al. 2024
 * (arXiv 2402.11753, section 4). Variants are the templates in {@code art-prompt.txt}.
 *
 * <p>A variant that needs no model: HarmBench has GPT-4 choose the word to mask; here it is the longest one that is not among
 * the commonest English words, or the longest of all. The art is a row of playing cards of our own, in the manner of
 * the font "cards" that HarmBench uses, which can show any character.
 *
 * @since 0.1.0
 */
public final class ArtPromptAttack extends RewritingAttack {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int LONGEST_DRAWN = 24;
    private static final String MASK = "[MASK]";

    /** For the service loader. */
    public ArtPromptAttack() {
        super(
                "art-prompt",
                "ArtPrompt",
                "Draws the telling word of the request as ASCII art",
                "ArtPrompt, Jiang et al. 2024, arXiv 2402.11753, section 4",
                Groups.FRAMES,
                Groups.ALL_STATIC);
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }

    @Override
    protected List<Rewriting> rewritings(Behavior behavior, AttackSettings settings) {
        return BundledTemplates.of(getClass(), id(), Set.of("art", "masked")).stream()
                .map(template -> Rewriting.of(template.id(), request -> mask(template, request)))
                .toList();
    }

    private static String mask(Template template, String request) {
        String word = telling(request);
        String masked = request.replace(word, MASK);
        return template.fill(Map.of("art", cards(word), "masked", masked));
    }

    /** Returns the word to draw; a text without letters and digits is drawn from its beginning. */
    static String telling(String request) {
        String longest = "";
        String rare = "";
        Matcher words = WORD.matcher(request);
        while (words.find()) {
            String word = words.group();
            if (length(word) > LONGEST_DRAWN) {
                continue;
            }
            longest = length(word) > length(longest) ? word : longest;
            rare = length(word) > length(rare) && !EnglishWords.isCommon(word) ? word : rare;
        }
        if (longest.isEmpty()) {
            int end = request.offsetByCodePoints(0, Math.min(LONGEST_DRAWN, length(request)));
            return request.substring(0, end);
        }
        return rare.isEmpty() ? longest : rare;
    }

    /** Returns one card for each character, side by side. */
    static String cards(String word) {
        List<String> characters = word.toUpperCase(Locale.ROOT)
                .codePoints()
                .mapToObj(point -> Character.isWhitespace(point) ? " " : Character.toString(point))
                .toList();
        return IntStream.range(0, 5)
                .mapToObj(
                        row -> characters.stream().map(shown -> row(row, shown)).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static String row(int row, String shown) {
        return switch (row) {
            case 0 -> ".-----.";
            case 1 -> "|" + shown + ".   |";
            case 2 -> "|  *  |";
            case 3 -> "|   '" + shown + "|";
            default -> "'-----'";
        };
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
