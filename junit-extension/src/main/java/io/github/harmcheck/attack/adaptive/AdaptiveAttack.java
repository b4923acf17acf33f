package io.github.harmcheck.attack.adaptive;

import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackNeed;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.attack.CataloguedAttack;
import io.github.harmcheck.attack.HarmRequests;
import io.github.harmcheck.core.Behavior;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the attacks of this package share: what the catalogue says of them, and settings that are checked up front. */
abstract class AdaptiveAttack extends CataloguedAttack {
    private static final String GROUP = "all-adaptive";

    private final AttackKind kind;
    private final Set<AttackNeed> needs;
    private final List<Setting> settings;

    AdaptiveAttack(
            String id,
            String name,
            String description,
            String source,
            AttackKind kind,
            Set<AttackNeed> needs,
            Setting... settings) {
        super(id, name, description, source);
        this.kind = kind;
        this.needs = Set.copyOf(needs);
        this.settings = List.of(settings);
    }

    /** Returns the attempts on a behavior. Makes no call. */
    abstract Stream<Attempt> attempts(Behavior behavior, Tuned tuned);

    @Override
    public final AttackKind kind() {
        return kind;
    }

    @Override
    public final Set<AttackNeed> needs() {
        return needs;
    }

    @Override
    public Set<String> groups() {
        return Set.of(GROUP);
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        settings.forEach(setting -> options.put(id() + "." + setting.name(), setting.described()));
        return options;
    }

    @Override
    public boolean appliesTo(Behavior behavior) {
        return HarmRequests.include(behavior);
    }

    @Override
    public List<String> check(Collection<Behavior> behaviors, AttackSettings campaign) {
        Tuned tuned = new Tuned(id(), campaign);
        settings.forEach(tuned::number);
        return List.of();
    }

    @Override
    public final Stream<Attempt> attempts(Behavior behavior, AttackSettings campaign) {
        return attempts(behavior, new Tuned(id(), campaign));
    }
}
