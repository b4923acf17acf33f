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
import java.util.regex.Pattern;

/**
 * Hides the words of the request in lines of harmless ones, and has the app read them downwards and go on. DRA, disguise
 * and reconstruction (Liu et al. 2024, arXiv 2402.18104), which also hides single letters and adapts to the app's replies.
 * Variants are the templates in {@code disguise-reconstruct.txt}.
 *
 * @since 0.1.0
 */
public final class DisguiseReconstructAttack extends RewritingAttack {
    private static final Set<String> REQUIRED = Set.of("lines");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final List<String> HARMLESS = List.of(
            "tulip",
            "watering can",
            "compost",
            "sparrow",
            "hedge",
            "gravel",
            "lavender",
            "rain barrel",
            "trowel",
            "beans",
            "lattice",
            "moss",
            "plum tree",
            "gloves",
            "twine",
            "marigold",
            "bench",
            "earthworm",
            "shade");

    /** For the service loader. */
    public DisguiseReconstructAttack() {
        super(
                "disguise-reconstruct",
                "DRA",
                "Hides the words of the request in lines of harmless ones, to be read downwards",
                "DRA, Liu et al. 2024, arXiv 2402.18104",
                Groups.FRAMES,
                Groups.ALL_STATIC);
    }

    @Override
    public AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }

    @Override
    protected List<Rewriting> rewritings(Behavior behavior, AttackSettings settings) {
        return BundledTemplates.of(DisguiseReconstructAttack.class, id(), REQUIRED).stream()
                .map(template -> FrameAttack.rewriting(template, request -> Map.of("lines", lines(request))))
                .toList();
    }

    private static String lines(String request) {
        StringBuilder lines = new StringBuilder(request.length() * 5);
        int line = 0;
        for (String word : BLANKS.split(request.strip(), -1)) {
            lines.append(line == 0 ? "" : "\n")
                    .append(harmless(line * 2))
                    .append(", (")
                    .append(word)
                    .append("), ");
            lines.append(harmless(line * 2 + 1));
            line++;
        }
        return lines.toString();
    }

    private static String harmless(int i) {
        return HARMLESS.get(i % HARMLESS.size());
    }
}
