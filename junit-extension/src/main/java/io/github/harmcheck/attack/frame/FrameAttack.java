package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.BundledTemplates;
import io.github.harmcheck.attack.Groups;
import io.github.harmcheck.attack.Rewriting;
import io.github.harmcheck.attack.RewritingAttack;
import io.github.harmcheck.attack.Template;
import io.github.harmcheck.core.Behavior;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Puts the request into the templates of one resource file, named like the attack and beside its class; each template is
 * a variant, <code>{request}</code> is where the request goes, and a line {@code ~~~ next turn} ends a turn.
 *
 * @since 0.1.0
 */
public abstract class FrameAttack extends RewritingAttack {
    static final String REQUEST = "request";
    static final Set<String> REQUIRED = Set.of(REQUEST);

    /**
     * Creates an attack in the groups {@code frames} and {@code all-static}.
     *
     * @param name the method's name as its source writes it
     * @param what what it does, without a full stop
     * @param source paper, section, or a project's own idea
     */
    protected FrameAttack(String id, String name, String what, String source) {
        super(id, name, what, source, Groups.FRAMES, Groups.ALL_STATIC);
    }

    @Override
    protected List<Rewriting> rewritings(Behavior behavior, AttackSettings settings) {
        return rewritings(BundledTemplates.of(getClass(), id(), REQUIRED));
    }

    static List<Rewriting> rewritings(List<Template> templates) {
        return templates.stream()
                .map(template -> rewriting(template, request -> Map.of(REQUEST, request)))
                .toList();
    }

    /** Returns the rewriting that fills a template, turn by turn, with the values made of the request. */
    static Rewriting rewriting(Template template, Function<String, Map<String, String>> values) {
        List<Template> turns = template.turns();
        return new Rewriting(
                template.id(),
                turns.size(),
                request -> {
                    Map<String, String> made = values.apply(request);
                    return turns.stream().map(turn -> turn.fill(made)).toList();
                },
                UnaryOperator.identity());
    }
}
