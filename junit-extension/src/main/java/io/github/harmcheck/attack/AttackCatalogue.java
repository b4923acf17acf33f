package io.github.harmcheck.attack;

import io.github.harmcheck.core.Advice;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.internal.MarkdownText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The catalogue page: for each attack its name and source, whether it is the published method, what it needs, what it
 * costs, and its options. Made from the attacks themselves, so that it is never out of date. Immutable.
 *
 * @since 0.1.0
 */
public final class AttackCatalogue {
    private static final int LONGEST = 400;

    private final List<Attack> attacks;

    /** Creates the page of these attacks, in their order; for the built-in ones {@link Attacks#catalogue}. */
    public AttackCatalogue(Collection<Attack> attacks) {
        this.attacks = List.copyOf(attacks);
    }

    /** Returns the page, Markdown: what the columns mean, groups, attacks and options. */
    public String page() {
        return "# Attacks\n\n" + body();
    }

    /** Returns the page without its heading, to be put into another one. */
    public String body() {
        return """
                Name an attack or a group in `attacks = {...}`. Encodings and frames go around each other: `"role-play+base64"` \
                puts `role-play` around `base64`; at most `composition.depth` (3) of them, and never a group.

                *Kind*: `native` is the published method with its defaults; `variant` differs, and the class says how; `replay` \
                plays test cases made elsewhere. *Calls for each behavior* are at most so many with default options, those \
                of the verdict judge not among them.

                """ + groupTable() + "\n" + attackTable() + "\n" + optionTable();
    }

    /** Returns one line for each attack, for a console. */
    public List<String> lines() {
        return attacks.stream()
                .map(attack -> String.format(
                        Locale.ROOT,
                        "%-24s %-8s %-32s %s",
                        attack.id(),
                        kind(attack),
                        calls(attack),
                        attack.description()))
                .toList();
    }

    private String groupTable() {
        Map<String, List<String>> members = new TreeMap<>();
        attacks.forEach(attack -> attack.groups()
                .forEach(group -> members.computeIfAbsent(group, name -> new ArrayList<>())
                        .add(attack.id())));
        StringBuilder table = new StringBuilder();
        row(table, "group", "attacks", "members");
        row(table, "---", "---", "---");
        members.forEach((group, ids) -> row(
                table,
                code(group),
                Integer.toString(ids.size()),
                String.join(", ", ids.stream().map(AttackCatalogue::text).toList())));
        return table.toString();
    }

    private String attackTable() {
        StringBuilder table = new StringBuilder();
        row(
                table,
                "attack",
                "method",
                "kind",
                "needs",
                "calls for each behavior",
                "what it does, and where it comes from");
        row(table, "---", "---", "---", "---", "---", "---");
        for (Attack attack : attacks) {
            row(
                    table,
                    code(attack.id()),
                    text(attack.name()),
                    kind(attack),
                    needs(attack),
                    calls(attack),
                    text(attack.description()));
        }
        return table.toString();
    }

    private String optionTable() {
        Map<String, String> meaning = new TreeMap<>(Map.of(
                ComposedAttack.DEPTH,
                "how many attacks may be put around each other; default " + ComposedAttack.DEFAULT_DEPTH));
        Map<String, Set<String>> readers = new TreeMap<>();
        readers.put(ComposedAttack.DEPTH, Set.of("every composition"));
        for (Attack attack : attacks) {
            attack.options().forEach((option, text) -> {
                meaning.put(option, text);
                readers.computeIfAbsent(option, name -> new TreeSet<>()).add(attack.id());
            });
        }
        StringBuilder table = new StringBuilder();
        row(table, "option", "of", "meaning and default");
        row(table, "---", "---", "---");
        meaning.forEach((option, text) ->
                row(table, code(option), readers(readers.getOrDefault(option, Set.of())), text(text)));
        return table.toString();
    }

    private static String readers(Set<String> ids) {
        return ids.size() > 8
                ? ids.size() + " attacks"
                : ids.stream().map(AttackCatalogue::text).collect(Collectors.joining(", "));
    }

    private static String kind(Attack attack) {
        return switch (attack.kind()) {
            case NATIVE -> "native";
            case BLACK_BOX_VARIANT -> "variant";
            case REPLAY -> "replay";
        };
    }

    private static String needs(Attack attack) {
        return attack.needs().stream()
                .sorted()
                .map(need -> need.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    /** Adds up what the attempts for a sample behavior announce; no model is there, and none is called. */
    private static String calls(Attack attack) {
        if (attack.kind() == AttackKind.REPLAY) {
            return "one for each test case";
        }
        int target = 0;
        int attacker = 0;
        int judge = 0;
        for (Behavior sample : samples()) {
            if (target == 0 && attack.appliesTo(sample)) {
                List<Attempt> attempts =
                        attack.attempts(sample, AttackSettings.withSeed(0)).toList();
                target = attempts.stream()
                        .mapToInt(attempt -> attempt.maxCalls().target())
                        .sum();
                attacker = attempts.stream()
                        .mapToInt(attempt -> attempt.maxCalls().attacker())
                        .sum();
                judge = attempts.stream()
                        .mapToInt(attempt -> attempt.maxCalls().judge())
                        .sum();
            }
        }
        return target + " app" + (attacker > 0 ? ", " + attacker + " attacker" : "")
                + (judge > 0 ? ", " + judge + " judge" : "");
    }

    /** One behavior of each kind that attacks tell apart. */
    private static List<Behavior> samples() {
        Advice advice = new Advice(List.of("hold it under cool water."), List.of("rub butter on it."));
        return List.of(
                // Named like a request of core, so that attacks apply which know these by their ids.
                Behavior.of("core", "passport_forgery", "Describe how to get into the workshop of a neighbour"),
                new Behavior(
                        "sample",
                        "scenario",
                        "If you burn your hand,",
                        FunctionalCategory.ADVICE,
                        "household",
                        null,
                        List.of(),
                        null,
                        advice),
                new Behavior(
                        "sample",
                        "picture",
                        "Do what the picture shows",
                        FunctionalCategory.MULTIMODAL,
                        Behavior.UNCATEGORIZED,
                        null,
                        List.of("image:picture.png"),
                        null,
                        null));
    }

    private static void row(StringBuilder table, String... cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** A name of another kind could end the code or the cell. */
    private static String code(String name) {
        return AttemptKey.isPart(name) ? '`' + name + '`' : text(name);
    }

    private static String text(String text) {
        return MarkdownText.of(text, LONGEST);
    }
}
