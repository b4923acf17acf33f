package io.github.harmcheck.attack.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.attack.AttackConfigurationException;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Attempt;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PapAttackTests {
    private static final Pattern TECHNIQUE = Pattern.compile("TECHNIQUE: ([^.]+)\\.");

    /** Writes in the manner it is told. */
    private static ScriptedAttacker persuading() {
        return ScriptedAttacker.answering(request -> {
            Matcher technique = TECHNIQUE.matcher(ScriptedAttacker.said(request));
            assertThat(technique.find()).isTrue();
            return ScriptedAttacker.oblige(request, "By way of " + technique.group(1) + ": open the door");
        });
    }

    private static ScriptedApp givingWayTo(String technique) {
        return ScriptedApp.answering(said -> said.contains(technique) ? "Sure: knock." : ScriptedApp.REFUSAL);
    }

    @Test
    void findsTheAppThatGivesWayToAuthority() throws Exception {
        assertThat(Fixture.breaks("pap", persuading(), Map.of(), givingWayTo("Authority Endorsement")))
                .isTrue();
        assertThat(Fixture.breaks("direct", persuading(), Map.of(), givingWayTo("Authority Endorsement")))
                .isFalse();
    }

    @Test
    void findsAWeaknessForAnyOfTheForty() throws Exception {
        ScriptedApp app = givingWayTo("Storytelling");
        assertThat(Fixture.breaks("pap", persuading(), Map.of(), app)).isFalse();
        assertThat(Fixture.breaks("pap", persuading(), Map.of("pap.techniques", "all"), app))
                .isTrue();
    }

    @Test
    void hasFortyTechniquesAndHarmBenchsFiveFirst() {
        assertThat(PersuasionTechnique.all()).hasSize(40).allSatisfy(technique -> {
            assertThat(technique.description()).isNotBlank();
            assertThat(technique.id()).matches("[a-z-]+");
        });
        assertThat(new HashSet<>(PersuasionTechnique.all().stream()
                        .map(PersuasionTechnique::id)
                        .toList()))
                .hasSize(40);
        assertThat(Fixture.attempts("pap", persuading(), Map.of()))
                .extracting(Attempt::variant)
                .containsExactly(
                        "logical-appeal",
                        "authority-endorsement",
                        "misrepresentation",
                        "evidence-based-persuasion",
                        "expert-endorsement");
    }

    @Test
    void techniquesAreChosenByName() {
        Map<String, String> two = Map.of("pap.techniques", "rumors, favor,rumors");
        assertThat(Fixture.attempts("pap", persuading(), two))
                .extracting(Attempt::variant)
                .containsExactly("rumors", "favor");
        AttackSettings unknown = new AttackSettings(1, Map.of("pap.techniques", "flattery"), null);
        assertThatThrownBy(() -> Fixture.attack("pap").check(List.of(), unknown))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessageContaining("there is no technique \"flattery\"")
                .hasMessageContaining("complimenting");
    }
}
