package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.BundledTemplates;
import io.github.harmcheck.attack.Groups;
import io.github.harmcheck.attack.Rewriting;
import io.github.harmcheck.attack.RewritingAttack;
import io.github.harmcheck.attack.Template;
import io.github.harmcheck.core.Behavior;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the parts of a request into a template, which says by its placeholders {@code part1}, {@code part2} … into how many
 * parts the request is split.
 */
abstract class SplittingAttack extends RewritingAttack {
    private static final Set<String> REQUIRED = Set.of("part1", "part2");

    SplittingAttack(String id, String name, String what, String source) {
        super(id, name, what, source, Groups.FRAMES, Groups.ALL_STATIC);
    }

    @Override
    protected final List<Rewriting> rewritings(Behavior behavior, AttackSettings settings) {
        return BundledTemplates.of(SplittingAttack.class, id(), REQUIRED).stream()
                .map(template -> FrameAttack.rewriting(template, request -> parts(template, request)))
                .toList();
    }

    private static Map<String, String> parts(Template template, String request) {
        int count = (int) template.placeholders().stream()
                .filter(name -> name.startsWith("part"))
                .count();
        List<String> parts = split(request, count);
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < count; i++) {
            values.put("part" + (i + 1), parts.get(i));
        }
        return values;
    }

    /**
     * Splits a text into parts of about the same length, before a word where there is one near, never inside a code
     * point. Joined, the parts are the text; a text shorter than the number of parts has empty ones.
     */
    static List<String> split(String text, int count) {
        List<String> parts = new ArrayList<>(count);
        int from = 0;
        for (int i = 1; i < count; i++) {
            int to = boundary(text, from, (int) ((long) text.length() * i / count));
            parts.add(text.substring(from, to));
            from = to;
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static int boundary(String text, int from, int ideal) {
        int near = 20;
        for (int distance = 0; distance <= near; distance++) {
            if (startsWord(text, ideal - distance, from)) {
                return ideal - distance;
            }
            if (startsWord(text, ideal + distance, from)) {
                return ideal + distance;
            }
        }
        int cut = Math.max(from, ideal);
        boolean insidePair =
                cut > from && cut < text.length() && Character.isSurrogatePair(text.charAt(cut - 1), text.charAt(cut));
        return insidePair ? cut - 1 : cut;
    }

    private static boolean startsWord(String text, int index, int from) {
        return index > from
                && index < text.length()
                && Character.isWhitespace(text.charAt(index - 1))
                && !Character.isWhitespace(text.charAt(index));
    }
}
