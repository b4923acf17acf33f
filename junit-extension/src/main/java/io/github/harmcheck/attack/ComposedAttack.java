package io.github.harmcheck.attack;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.internal.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Attacks around attacks, as in {@code role-play+base64}: what stands left is put around what stands right of it. Here the
 * request is encoded, and the instruction to decode it is put into the played scene. Every variant of one goes with every
 * variant of the other; replies are read from the outside in.
 */
final class ComposedAttack implements Attack {
    /** How many attacks may be put around each other. */
    static final String DEPTH = "composition.depth";

    static final int DEFAULT_DEPTH = 3;
    private static final char AROUND = '+';

    private final List<RewritingAttack> parts;

    /** Creates a composition, the outermost first. */
    ComposedAttack(List<RewritingAttack> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Returns whether a name that no attack has can be a composition. */
    static boolean isComposition(String name) {
        return name.indexOf(AROUND) >= 0;
    }

    /**
     * Reads a name such as {@code role-play+base64}.
     *
     * @param named each attack or the attacks of a group by name
     * @throws AttackConfigurationException where a part is not an attack that can be composed
     */
    static ComposedAttack of(String name, Map<String, List<Attack>> named) {
        if (!AttemptKey.isPart(name)) {
            throw new AttackConfigurationException("the composition " + Texts.quoted(name, 80)
                    + " is not 1 to 120 letters, digits or . _ + - . Compose fewer attacks");
        }
        List<RewritingAttack> parts = new ArrayList<>();
        for (String part : name.split("\\+", -1)) {
            parts.add(part(name, part, named));
        }
        return new ComposedAttack(parts);
    }

    private static RewritingAttack part(String name, String part, Map<String, List<Attack>> named) {
        String where = " in the composition " + Texts.quoted(name, 120) + ". ";
        List<Attack> attacks = named.get(part);
        if (attacks == null) {
            throw new AttackConfigurationException("no attack is called " + Texts.quoted(part, 80) + where
                    + NearestNames.question(part, composable(named)) + choices(named));
        }
        if (attacks.size() != 1 || !attacks.get(0).id().equals(part)) {
            throw new AttackConfigurationException(Texts.quoted(part, 80) + " is a group" + where
                    + "A group is never multiplied: name the attacks that you mean, one composition each. "
                    + choices(named));
        }
        if (attacks.get(0) instanceof RewritingAttack rewriting) {
            return rewriting;
        }
        throw new AttackConfigurationException(Texts.quoted(part, 80) + " cannot be put around or into another attack"
                + where + "Only attacks that rewrite a request can. " + choices(named));
    }

    private static Set<String> composable(Map<String, List<Attack>> named) {
        return named.values().stream()
                .flatMap(List::stream)
                .filter(RewritingAttack.class::isInstance)
                .map(Attack::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String choices(Map<String, List<Attack>> named) {
        return "Attacks that can be composed: "
                + composable(named).stream().sorted().collect(Collectors.joining(", "));
    }

    @Override
    public String id() {
        return joined(RewritingAttack::id, String.valueOf(AROUND));
    }

    @Override
    public String name() {
        return joined(RewritingAttack::name, " + ");
    }

    @Override
    public String source() {
        return joined(RewritingAttack::source, "; ");
    }

    @Override
    public String description() {
        return "Puts " + joined(RewritingAttack::id, " around ") + " (" + source() + ").";
    }

    @Override
    public AttackKind kind() {
        return parts.stream()
                .map(Attack::kind)
                .filter(kind -> kind != AttackKind.NATIVE)
                .findFirst()
                .orElse(AttackKind.NATIVE);
    }

    @Override
    public Set<AttackNeed> needs() {
        return parts.stream().flatMap(part -> part.needs().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> all = new TreeMap<>();
        parts.forEach(part -> all.putAll(part.options()));
        all.put(DEPTH, "how many attacks may be put around each other; default " + DEFAULT_DEPTH);
        return all;
    }

    @Override
    public boolean appliesTo(Behavior behavior) {
        return parts.stream().allMatch(part -> part.appliesTo(behavior));
    }

    @Override
    public List<String> check(Collection<Behavior> behaviors, AttackSettings settings) {
        requireDepth(settings);
        return parts.stream()
                .flatMap(part -> part.check(behaviors, settings).stream())
                .distinct()
                .toList();
    }

    @Override
    public Stream<Attempt> attempts(Behavior behavior, AttackSettings settings) {
        requireDepth(settings);
        return rewritings(0, behavior, settings).map(rewriting -> attempt(behavior, rewriting));
    }

    private Stream<Rewriting> rewritings(int outermost, Behavior behavior, AttackSettings settings) {
        List<Rewriting> outer = parts.get(outermost).rewritings(behavior, settings);
        return outermost == parts.size() - 1
                ? outer.stream()
                : outer.stream()
                        .flatMap(around ->
                                rewritings(outermost + 1, behavior, settings).map(around::around));
    }

    private Attempt attempt(Behavior behavior, Rewriting rewriting) {
        if (!AttemptKey.isPart(rewriting.variant())) {
            throw new AttackConfigurationException("the variant " + Texts.quoted(rewriting.variant(), 150) + " of "
                    + id() + " is not 1 to 120 letters, digits or . _ + - . Give the templates shorter ids");
        }
        return new RewrittenAttempt(behavior, rewriting);
    }

    private void requireDepth(AttackSettings settings) {
        int depth = Options.positive(settings, DEPTH).orElse(DEFAULT_DEPTH);
        if (parts.size() > depth) {
            throw new AttackConfigurationException("the composition " + id() + " puts " + parts.size()
                    + " attacks around each other, and " + DEPTH + " is " + depth + ". Compose fewer, or raise it");
        }
    }

    private String joined(java.util.function.Function<RewritingAttack, String> text, String separator) {
        return parts.stream().map(text).collect(Collectors.joining(separator));
    }
}
