package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackConfigurationException;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Groups;
import io.github.harmcheck.attack.Rewriting;
import io.github.harmcheck.attack.RewritingAttack;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.internal.Texts;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts fake dialogues before the request; each number of them is a variant, {@code shots-16}. */
abstract class ShotsAttack extends RewritingAttack {
    private static final int MOST = 4_096;

    private final String option;
    private final String initial;

    ShotsAttack(String id, String name, String what, String source, String initial) {
        super(id, name, what, source, Groups.FRAMES, Groups.ALL_STATIC);
        this.option = id + ".shots";
        this.initial = initial;
    }

    @Override
    public final Map<String, String> options() {
        return Map.of(
                option,
                "how many fake dialogues, one or several numbers from 1 to " + MOST
                        + " with commas between them, each a variant; default " + initial);
    }

    @Override
    public final List<String> check(Collection<Behavior> behaviors, AttackSettings settings) {
        shots(settings);
        return List.of();
    }

    @Override
    protected final List<Rewriting> rewritings(Behavior behavior, AttackSettings settings) {
        return shots(settings).stream()
                .map(count -> Rewriting.of(
                        "shots-" + count, request -> FakeDialogues.before(request, count, settings.seed())))
                .toList();
    }

    private Set<Integer> shots(AttackSettings settings) {
        String value = settings.option(option).orElse(initial);
        Set<Integer> shots = new LinkedHashSet<>();
        for (String part : value.split(",", -1)) {
            try {
                int count = Integer.parseInt(part.strip());
                if (count >= 1 && count <= MOST) {
                    shots.add(count);
                    continue;
                }
            } catch (NumberFormatException e) {
                // The message below says what is wrong with it.
            }
            throw new AttackConfigurationException(option + " = " + Texts.quoted(value, 200)
                    + ": it is one or several whole numbers from 1 to " + MOST
                    + " with commas between them, for example "
                    + initial);
        }
        return shots;
    }
}
