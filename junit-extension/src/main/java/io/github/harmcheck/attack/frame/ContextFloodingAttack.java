package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.BundledTemplates;
import io.github.harmcheck.attack.Groups;
import io.github.harmcheck.attack.Options;
import io.github.harmcheck.attack.Rewriting;
import io.github.harmcheck.attack.RewritingAttack;
import io.github.harmcheck.attack.Template;
import io.github.harmcheck.core.Behavior;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the request between pages of harmless text, in which rules given earlier drown. Context flooding of DeepTeam
 * (Confident AI 2025). Variants are the templates in {@code context-flooding.txt}; the harmless text is in {@code
 * context-flooding-minutes.txt}, over and over. One option, {@code context-flooding.characters}: about how many characters
 * of harmless text, 100 to 10,000,000, default 6,000.
 *
 * @since 0.1.0
 */
public final class ContextFloodingAttack extends RewritingAttack {
    private static final String CHARACTERS = "context-flooding.characters";
    private static final int DEFAULT_CHARACTERS = 6_000;

    /** For the service loader. */
    public ContextFloodingAttack() {
        super(
                "context-flooding",
                "Context flooding",
                "Puts the request between pages of harmless text, in which rules given earlier drown",
                "context flooding, DeepTeam, Confident AI 2025",
                Groups.FRAMES,
                Groups.ALL_STATIC);
    }

    @Override
    public Map<String, String> options() {
        return Map.of(
                CHARACTERS,
                "about how many characters of harmless text, 100 to 10000000; default " + DEFAULT_CHARACTERS);
    }

    @Override
    protected List<Rewriting> rewritings(Behavior behavior, AttackSettings settings) {
        int half = Options.between(settings, CHARACTERS, 100, 10_000_000).orElse(DEFAULT_CHARACTERS) / 2;
        List<Template> minutes =
                BundledTemplates.of(ContextFloodingAttack.class, "context-flooding-minutes", Set.of("number"));
        return BundledTemplates.of(ContextFloodingAttack.class, id(), FrameAttack.REQUIRED).stream()
                .map(template -> FrameAttack.rewriting(
                        template,
                        request -> Map.of(
                                FrameAttack.REQUEST,
                                request,
                                "before",
                                text(minutes, 1, half),
                                "after",
                                text(minutes, 1 + minutes.size(), half))))
                .toList();
    }

    /** Returns paragraphs until there are so many characters, each with its number. */
    private static String text(List<Template> paragraphs, int first, int characters) {
        StringBuilder text = new StringBuilder(characters + 1000);
        for (int i = 0; text.length() < characters; i++) {
            Template paragraph = paragraphs.get(i % paragraphs.size());
            text.append(i == 0 ? "" : "\n\n").append(paragraph.fill(Map.of("number", Integer.toString(first + i))));
        }
        return text.toString();
    }
}
