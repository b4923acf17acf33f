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

/**
 * Puts the request into the templates of one resource file, named like the attack and beside its class; each template is
 * a variant, and <code>{request}</code> is where the request goes.
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
                .map(template -> Rewriting.of(template.id(), request -> template.fill(Map.of(REQUEST, request))))
                .toList();
    }
}
