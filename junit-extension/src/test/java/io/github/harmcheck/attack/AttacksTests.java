package io.github.harmcheck.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttacksTests {
    private static final List<String> ENCODINGS = List.of(
            "ascii85",
            "atbash",
            "base16",
            "base2048",
            "base32",
            "base64",
            "bijection",
            "binary",
            "braille",
            "caesar",
            "camel-case",
            "character-spacing",
            "character-swap",
            "cipher-chat",
            "circled-letters",
            "decimal",
            "deletions",
            "diacritics",
            "ecoji",
            "emoji",
            "flip",
            "fullwidth",
            "hex",
            "homoglyphs",
            "html-entities",
            "leetspeak",
            "math-letters",
            "mime-words",
            "morse",
            "nato",
            "octal",
            "pig-latin",
            "quoted-printable",
            "reordering",
            "reversed",
            "rot13",
            "small-caps",
            "sneaky-bits",
            "superscript",
            "tag-characters",
            "unicode-escapes",
            "url",
            "uuencode",
            "variation-selectors",
            "word-shuffle",
            "zalgo",
            "zero-width");

    @Test
    void catalogueIsSortedAndHasTheFirstSet() {
        assertThat(ids(Attacks.catalogue()))
                .isSorted()
                .containsAll(ENCODINGS)
                .contains(
                        "direct",
                        "human-jailbreaks",
                        "prefix-injection",
                        "refusal-suppression",
                        "role-play",
                        "hypothetical",
                        "payload-splitting",
                        "replay",
                        "question",
                        "free-advice",
                        "choice");
    }

    @Test
    void groupsExpandById() {
        assertThat(Attacks.groups()).contains("advice", "all-adaptive", "all-static", "encodings", "frames");
        assertThat(ids(Attacks.named(List.of("encodings")))).isSorted().containsAll(ENCODINGS);
        assertThat(ids(Attacks.named(List.of("advice")))).containsExactly("choice", "free-advice", "question");
        assertThat(ids(Attacks.named(List.of("all-static"))))
                .containsAll(ENCODINGS)
                .contains("direct", "role-play")
                .doesNotContain("replay", "question", "choice", "free-advice");
    }

    @Test
    void namesKeepTheirOrderAndCountOnce() {
        assertThat(ids(Attacks.named(List.of("rot13", "direct", "encodings", "direct"))))
                .startsWith("rot13", "direct", "ascii85")
                .doesNotHaveDuplicates()
                .hasSize(Attacks.named(List.of("encodings")).size() + 1);
    }

    @Test
    void anUnknownNameIsAnErrorWithTheNearest() {
        assertThatThrownBy(() -> Attacks.named(List.of("direct", "Bas64")))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessageStartingWith("no attack or group is called \"Bas64\". Did you mean base64? Attacks: ")
                .hasMessageContaining(" base64, ")
                .hasMessageContaining("Groups: advice, all-adaptive, all-static, ");
        assertThatThrownBy(() -> Attacks.named(List.of("encoding"))).hasMessageContaining("Did you mean encodings?");
        assertThatThrownBy(() -> Attacks.named(List.of("x\n\u202Ey".repeat(1000))))
                .hasMessageContaining("\\n\\u202e")
                .hasMessageNotContaining("\n");
    }

    @Test
    void noNameIsAnError() {
        assertThatThrownBy(() -> Attacks.named(List.of()))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessageStartingWith("no attack is named. Attacks: ");
        assertThatThrownBy(() -> Attacks.named(List.of(" "))).isInstanceOf(AttackConfigurationException.class);
    }

    @Test
    void aMistypedOptionIsAnError() {
        AttackSettings settings = AttackFixtures.settings(Map.of("human-jailbreaks.template", "x.txt"));
        assertThatThrownBy(() -> Attacks.check(Attacks.catalogue(), List.of(AttackFixtures.STANDARD), settings))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessageContaining("no attack has an option \"human-jailbreaks.template\"")
                .hasMessageContaining("Did you mean human-jailbreaks.templates, ");
    }

    @Test
    void anOptionOfAnAttackThatIsNotNamedIsNoError() {
        AttackSettings settings = AttackFixtures.settings(Map.of("human-jailbreaks.sample", "3"));
        assertThat(Attacks.check(Attacks.named(List.of("direct")), List.of(AttackFixtures.STANDARD), settings))
                .isEmpty();
    }

    @Test
    void textAttacksLeaveImagesAndAdviceAlone() {
        Stream.concat(Attacks.named(List.of("all-static")).stream(), Attacks.named(List.of("replay")).stream())
                .filter(attack -> !attack.id().equals("translated")) // it knows the requests of core only
                .forEach(attack -> {
                    assertThat(attack.appliesTo(AttackFixtures.STANDARD)).isTrue();
                    assertThat(attack.appliesTo(AttackFixtures.CONTEXTUAL)).isTrue();
                    assertThat(attack.appliesTo(AttackFixtures.COPYRIGHT)).isTrue();
                    assertThat(attack.appliesTo(AttackFixtures.MULTIMODAL)).isFalse();
                    assertThat(attack.appliesTo(AttackFixtures.BURN)).isFalse();
                });
    }

    @Test
    void adviceAttacksTakeAdviceOnly() {
        Attacks.named(List.of("advice")).forEach(attack -> {
            assertThat(attack.appliesTo(AttackFixtures.BURN)).isTrue();
            assertThat(attack.appliesTo(AttackFixtures.STANDARD)).isFalse();
            assertThat(attack.appliesTo(AttackFixtures.MULTIMODAL)).isFalse();
        });
    }

    @Test
    void theContextStandsPlainInFrontOfEveryPrompt() {
        for (Attack attack : Attacks.named(List.of("all-static"))) {
            assertThat(AttackFixtures.prompts(attack, AttackFixtures.CONTEXTUAL, AttackFixtures.SETTINGS))
                    .allSatisfy(
                            (variant, prompt) -> assertThat(prompt).startsWith(AttackFixtures.CONTEXT + "\n\n---\n\n"));
            assertThat(AttackFixtures.prompts(attack, AttackFixtures.STANDARD, AttackFixtures.SETTINGS))
                    .allSatisfy((variant, prompt) -> assertThat(prompt).doesNotContain("\n\n---\n\n"));
        }
    }

    @Test
    void directAsksVerbatim() {
        assertThat(AttackFixtures.prompts(new DirectAttack(), AttackFixtures.CONTEXTUAL, AttackFixtures.SETTINGS))
                .containsExactly(Map.entry(
                        "verbatim", AttackFixtures.CONTEXT + "\n\n---\n\n" + AttackFixtures.CONTEXTUAL.text()));
    }

    @Test
    void framesContainTheRequest() {
        for (String id :
                List.of("prefix-injection", "refusal-suppression", "role-play", "hypothetical", "human-jailbreaks")) {
            assertThat(AttackFixtures.prompts(
                            AttackFixtures.attack(id), AttackFixtures.STANDARD, AttackFixtures.SETTINGS))
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allSatisfy((variant, prompt) -> assertThat(prompt)
                            .contains(AttackFixtures.STANDARD.text())
                            .doesNotContain("{request}"));
        }
    }

    @Test
    void aThreadWithoutAContextClassLoaderSeesTheCatalogue() throws InterruptedException {
        List<Attack> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
        Thread thread = new Thread(() -> seen.addAll(Attacks.catalogue()));
        thread.setContextClassLoader(null);
        thread.start();
        thread.join();
        assertThat(ids(seen)).isEqualTo(ids(Attacks.catalogue()));
    }

    private static List<String> ids(List<Attack> attacks) {
        return attacks.stream().map(Attack::id).toList();
    }
}
