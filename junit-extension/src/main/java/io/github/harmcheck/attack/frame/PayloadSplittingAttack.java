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
 * Splits the request into parts that look harmless alone and has the app put them together. Payload splitting of Kang et
 * al. 2023 (arXiv 2302.05733, section 4). Variants are the templates in {@code payload-splitting.txt}; a template says by
 * its placeholders {@code part1}, {@code part2} … into how many parts the request is split. The parts, put together as
 * they are, are the request.
 *
 * @since 0.1.0
 */
public final class PayloadSplittingAttack extends RewritingAttack {
    private static final Set<String> REQUIRED = Set.of("part1", "part2");

    /** For the service loader. */
    public PayloadSplittingAttack() {
        super(
                "payload-splitting",
                "Payload splitting",
                "Splits the request into parts and has the app put them together",
                "payload splitting, Kang et al. 2023, arXiv 2302.05733",
                Groups.FRAMES,
                Groups.ALL_STATIC);
    }

    @Override
    protected List<Rewriting> rewritings(Behavior behavior, AttackSettings settings) {
        return BundledTemplates.of(PayloadSplittingAttack.class, id(), REQUIRED).stream()
                .map(PayloadSplittingAttack::rewriting)
                .toList();
    }

    private static Rewriting rewriting(Template template) {
        int count = (int) template.placeholders().stream()
                .filter(name -> name.startsWith("part"))
                .count();
        return Rewriting.of(template.id(), request -> {
            Map<String, String> values = new HashMap<>();
            List<String> parts = split(request, count);
            for (int i = 0; i < count; i++) {
                values.put("part" + (i + 1), parts.get(i));
            }
            return template.fill(values);
        });
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
