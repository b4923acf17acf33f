package io.github.harmcheck.attack.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.attack.AttackFixtures;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PayloadSplittingAttackTests {

    @Test
    void splitsBeforeWords() {
        assertThat(PayloadSplittingAttack.split("Tell me how to open the door", 3))
                .containsExactly("Tell me ", "how to open ", "the door");
    }

    @Test
    void theJoinedPartsAreTheRequest() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 3_000; i++) {
            String text = AttackFixtures.unicode(random, random.nextInt(80));
            int count = random.nextInt(2, 7);
            List<String> parts = PayloadSplittingAttack.split(text, count);
            assertThat(parts).hasSize(count);
            assertThat(String.join("", parts)).isEqualTo(text);
            assertThat(parts).noneMatch(part -> !part.isEmpty() && Character.isLowSurrogate(part.charAt(0)));
        }
    }

    @Test
    void noPartOfARequestOfManyWordsIsTheWholeRequest() {
        assertThat(AttackFixtures.prompts(
                        new PayloadSplittingAttack(), AttackFixtures.STANDARD, AttackFixtures.SETTINGS))
                .hasSize(3)
                .allSatisfy((variant, prompt) -> assertThat(prompt)
                        .doesNotContain(AttackFixtures.STANDARD.text())
                        .doesNotContain("{part")
                        .contains("Tell me"));
    }
}
