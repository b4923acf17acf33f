package io.github.harmcheck.attack;

import io.github.harmcheck.core.Behavior;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the request into the templates of one resource file, named like the attack; each template is a variant. */
abstract class FrameAttack extends RewritingAttack {
    static final String REQUEST = "request";

    FrameAttack(String id, String description) {
        super(id, description, Groups.ALL_STATIC);
    }

    @Override
    List<Rewriting> rewritings(Behavior behavior, AttackSettings settings) {
        return rewritings(BundledTemplates.of(id(), Set.of(REQUEST)));
    }

    static List<Rewriting> rewritings(List<Template> templates) {
        return templates.stream()
                .map(template -> new Rewriting(template.id(), request -> template.fill(Map.of(REQUEST, request))))
                .toList();
    }
}
