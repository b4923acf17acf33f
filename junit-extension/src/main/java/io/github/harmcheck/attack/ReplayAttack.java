package io.github.harmcheck.attack;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.internal.JsonTextLists;
import io.github.harmcheck.internal.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Plays test cases made elsewhere: HarmBench's {@code test_cases.json}, {@code {"behavior id": ["prompt", …], …}}. This is
 * how attacks that need model weights (GCG, PEZ, GBDA, UAT, AutoPrompt, AutoDAN), and the transferred cases of TAP, run
 * here, under the names of their methods too ({@code gcg.file} …). Variants are {@code case-1}, {@code case-2} … in the order of the file.
 *
 * <p>A prompt is played as it is: HarmBench's test cases already have the context in front.
 *
 * <p>Two options:
 * <ul>
 *   <li>{@code replay.file}: the file; needed.
 *   <li>{@code replay.allowMissing}: {@code true} plays no attempt for a behavior that the file has no test case for; by
 *       default that is an error, so that no behavior drops out unseen.
 * </ul>
 *
 * <p>The file is read through once, for the places of its texts, and a prompt is read when it is played; memory grows with
 * the number of prompts, eight bytes each, and not with their length. Ids of the file that are not among the behaviors of
 * the campaign are remarked in the plan. Test cases with images ({@code [image, text]}) are an error.
 *
 * @since 0.1.0
 */
public class ReplayAttack extends CataloguedAttack {
    private static final int SHOWN = 3;
    private static final FileCache<JsonTextLists> FILES = new FileCache<>();

    private final String file;
    private final String allowMissing;

    /** For the service loader. */
    public ReplayAttack() {
        this(
                "replay",
                "replay",
                "HarmBench, arXiv 2402.04249, test_cases.json",
                "Plays test cases made elsewhere, for example by GCG or AutoDAN (test_cases.json of HarmBench, arXiv 2402.04249).");
    }

    /** Creates a replay of the test cases of one method. */
    ReplayAttack(String id, String name, String source, String description) {
        super(id, name, description, source);
        this.file = id + ".file";
        this.allowMissing = id + ".allowMissing";
    }

    @Override
    public final AttackKind kind() {
        return AttackKind.REPLAY;
    }

    @Override
    public final Set<AttackNeed> needs() {
        return Set.of(AttackNeed.FILE);
    }

    @Override
    public final Map<String, String> options() {
        return Map.of(
                file, "a test_cases.json of HarmBench; needed",
                allowMissing, "true = behaviors without a test case get no attempt; default false, an error");
    }

    @Override
    public final boolean appliesTo(Behavior behavior) {
        return HarmRequests.include(behavior);
    }

    @Override
    public final List<String> check(Collection<Behavior> behaviors, AttackSettings settings) {
        JsonTextLists cases = cases(settings);
        List<String> missing = new ArrayList<>();
        Set<String> unused = new HashSet<>(cases.keys());
        for (Behavior behavior : behaviors) {
            unused.remove(behavior.id());
            if (cases.size(behavior.id()) == 0) {
                missing.add(behavior.id());
            }
        }
        String known = shown(cases.keys());
        if (!missing.isEmpty() && (missing.size() == behaviors.size() || !allowMissing(settings))) {
            throw new AttackConfigurationException(
                    source(settings) + " has no test case for " + missing.size() + " of " + behaviors.size()
                            + " behaviors: " + shown(missing) + ". It has "
                            + cases.keys().size() + ": " + known
                            + ". Select the behaviors it has, or set " + allowMissing
                            + " = true to leave those without out; at least one must have a test case");
        }
        List<String> remarks = new ArrayList<>();
        if (!missing.isEmpty()) {
            remarks.add("no test case and so no attempt for " + missing.size() + " of " + behaviors.size()
                    + " behaviors: " + shown(missing));
        }
        if (!unused.isEmpty()) {
            remarks.add(unused.size() + " of " + cases.keys().size()
                    + " ids of the file are not among the behaviors of this campaign: "
                    + shown(cases.keys().stream().filter(unused::contains).toList()));
        }
        return remarks;
    }

    @Override
    public final Stream<Attempt> attempts(Behavior behavior, AttackSettings settings) {
        JsonTextLists cases = cases(settings);
        int size = cases.size(behavior.id());
        if (size == 0 && !allowMissing(settings)) {
            throw new AttackConfigurationException(source(settings) + " has no test case for the behavior "
                    + behavior.id() + ". It has " + cases.keys().size() + ": " + shown(cases.keys())
                    + ". Add some, or set " + allowMissing + " = true to leave such behaviors out");
        }
        return IntStream.range(0, size)
                .mapToObj(i -> new PromptAttempt("case-" + (i + 1), Probe.HARM, () -> cases.text(behavior.id(), i)));
    }

    private boolean allowMissing(AttackSettings settings) {
        return Options.flag(settings, allowMissing);
    }

    private JsonTextLists cases(AttackSettings settings) {
        String value = settings.option(file)
                .orElseThrow(
                        () -> new AttackConfigurationException(
                                "the attack " + id() + " needs the option " + file
                                        + ": the path of a test_cases.json as HarmBench writes it, {\"behavior id\": [\"prompt\", …], …}"));
        Path path = Options.file(file, value);
        try {
            JsonTextLists cases = FILES.get(path, JsonTextLists::index);
            if (cases.keys().isEmpty()) {
                throw new AttackConfigurationException(source(settings) + " has no test cases");
            }
            return cases;
        } catch (IOException e) {
            throw new AttackConfigurationException(
                    source(settings) + " cannot be replayed: " + Texts.oneLine(String.valueOf(e.getMessage()), 400), e);
        }
    }

    private String source(AttackSettings settings) {
        return file + " = " + Texts.quoted(settings.option(file).orElse(""), 200);
    }

    private static String shown(Collection<String> ids) {
        String first = String.join(
                ", ", ids.stream().limit(SHOWN).map(id -> Texts.oneLine(id, 60)).toList());
        return ids.size() > SHOWN ? first + " …" : first;
    }
}
