package io.github.harmcheck.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.internal.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The attempts are the same on every machine and Java version. A changed template changes a hash on purpose; then copy
 * the new line into {@code attempts.sha256}, and say in CHANGELOG that findings of this attack do not compare with older
 * ones.
 */
class GoldenAttemptsTests {

    @Test
    void attemptsAreTheRecordedOnes() throws IOException {
        try (InputStream in = GoldenAttemptsTests.class.getResourceAsStream("attempts.sha256")) {
            assertThat(in).isNotNull();
            String recorded = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(String.join("\n", hashes())).isEqualTo(recorded.strip());
        }
    }

    private static List<String> hashes() {
        AttackSettings settings = AttackFixtures.settings(Map.of("encodings.answer", "both"));
        List<String> lines = new ArrayList<>();
        for (Attack attack : Attacks.catalogue()) {
            if (!attack.needs().contains(AttackNeed.FILE) && !attack.groups().contains("all-adaptive")) {
                lines.add(attack.id() + ' ' + hash(attack, settings));
            }
        }
        return lines;
    }

    private static String hash(Attack attack, AttackSettings settings) {
        List<String> texts = new ArrayList<>();
        List<Behavior> behaviors = attack.id().equals("translated") ? List.of(AttackFixtures.CORE) : AttackFixtures.ALL;
        for (Behavior behavior : behaviors) {
            if (attack.appliesTo(behavior)) {
                attack.attempts(behavior, settings).forEach(attempt -> {
                    texts.add(behavior.id());
                    texts.add(attempt.variant());
                    texts.add(attempt.probe().toString());
                    AttackFixtures.turns(attempt).forEach(turn -> texts.add(turn.role() + ":" + turn.text()));
                    attempt.injection(new AttemptKey("fixture", behavior.id(), attack.id(), attempt.variant(), 1))
                            .ifPresent(injection -> texts.add(injection.text()));
                });
            }
        }
        return Hashes.sha256(texts);
    }
}
