package io.github.harmcheck.attack.frame;

import io.github.harmcheck.attack.AttackKind;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.BundledTemplates;
import io.github.harmcheck.attack.Groups;
import io.github.harmcheck.attack.Rewriting;
import io.github.harmcheck.attack.RewritingAttack;
import io.github.harmcheck.core.Behavior;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks how people did, or will do, what the request asks for. The request is turned into an action by rules
 * ({@code RequestWording}), its first person into a third one; each template of the attack's file is a variant.
 */
abstract class OfflineTense extends RewritingAttack {
    private static final String ACTION = "action";
    private static final Map<String, String> THIRD_PERSON = thirdPerson();
    private static final Pattern FIRST_PERSON =
            Pattern.compile(THIRD_PERSON.keySet().stream().collect(Collectors.joining("|", "\\b(?:", ")\\b")));

    OfflineTense(String id, String name, String what) {
        super(
                id,
                name,
                what,
                "past tense, Andriushchenko and Flammarion 2024, arXiv 2407.11969; rules in place of the model",
                Groups.FRAMES,
                Groups.ALL_STATIC);
    }

    @Override
    public final AttackKind kind() {
        return AttackKind.BLACK_BOX_VARIANT;
    }

    @Override
    protected final List<Rewriting> rewritings(Behavior behavior, AttackSettings settings) {
        return BundledTemplates.of(OfflineTense.class, id(), Set.of(ACTION)).stream()
                .map(template -> Rewriting.of(template.id(), request -> template.fill(Map.of(ACTION, action(request)))))
                .toList();
    }

    private static String action(String request) {
        RequestWording wording = RequestWording.of(request);
        if (wording.kind() == RequestWording.Kind.OTHER) {
            return wording.action();
        }
        return FIRST_PERSON
                .matcher(wording.action())
                .replaceAll(match -> Matcher.quoteReplacement(THIRD_PERSON.getOrDefault(match.group(), match.group())));
    }

    private static Map<String, String> thirdPerson() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("I am", "they are");
        words.put("I'm", "they are");
        words.put("I", "they");
        words.put("myself", "themselves");
        words.put("me", "them");
        words.put("my", "their");
        words.put("we", "they");
        words.put("us", "them");
        words.put("our", "their");
        return words;
    }
}
