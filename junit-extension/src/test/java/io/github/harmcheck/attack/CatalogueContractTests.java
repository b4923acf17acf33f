package io.github.harmcheck.attack;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.internal.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract, for every static attack the catalogue has; those that search have theirs in {@code attack.adaptive}. */
class CatalogueContractTests extends AttackContract {

    @TempDir
    static Path folder;

    private static Path testCases = Path.of("");

    @BeforeAll
    static void writeTestCases() throws IOException {
        Map<String, List<String>> cases = new TreeMap<>();
        for (Behavior behavior : AttackFixtures.EVERY) {
            cases.put(
                    behavior.id(),
                    List.of("first prompt for " + behavior.id(), "second \u201Cprompt\u201D \uD83D\uDE00"));
        }
        testCases = folder.resolve("test_cases.json");
        Files.write(folder.resolve("door.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0});
        Files.write(testCases, Json.MAPPER.writeValueAsBytes(cases));
    }

    @Override
    Stream<Attack> attacks() {
        return Attacks.catalogue().stream().filter(attack -> !attack.groups().contains("all-adaptive"));
    }

    @Override
    AttackSettings settings(Attack attack) {
        Map<String, String> options =
                new TreeMap<>(Map.of("encodings.answer", "both", "human-jailbreaks.sample", "17"));
        if (attack.kind() == AttackKind.REPLAY) {
            options.put(attack.id() + ".file", testCases.toString());
        }
        if (attack.id().equals("direct-image")) {
            options.put("direct-image.folder", folder.toString());
        }
        return AttackFixtures.settings(options);
    }
}
