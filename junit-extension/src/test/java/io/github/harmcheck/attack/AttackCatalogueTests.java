package io.github.harmcheck.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.core.Behavior;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttackCatalogueTests {
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- attacks, generated -->\n";
    private static final String END = "<!-- end of attacks -->\n";

    /** With {@code -Dharmcheck.test.update=true} the table is written instead of compared. */
    @Test
    void theReadmeHasTheCatalogue() throws IOException {
        String readme = Files.readString(README);
        String body = new AttackCatalogue(Attacks.catalogue()).body();
        int from = readme.indexOf(BEGIN) + BEGIN.length();
        int to = readme.indexOf(END);
        assertThat(from).as("place of the catalogue").isGreaterThan(BEGIN.length());
        assertThat(to).isGreaterThanOrEqualTo(from);
        if (Boolean.getBoolean("harmcheck.test.update")) {
            Files.writeString(README, readme.substring(0, from) + body + readme.substring(to));
        } else {
            assertThat(readme.substring(from, to))
                    .as("junit-extension/README.md is out of date. Write it anew: "
                            + "mvn -pl junit-extension test -Dtest=AttackCatalogueTests -Dharmcheck.test.update=true")
                    .isEqualTo(body);
        }
    }

    @Test
    void everyAttackHasARowWithItsCost() {
        List<String> rows =
                new AttackCatalogue(Attacks.catalogue()).page().lines().toList();
        for (Attack attack : Attacks.catalogue()) {
            assertThat(rows).anyMatch(row -> row.startsWith("| `" + attack.id() + "` |"));
        }
        assertThat(rows)
                .contains("| `direct` | DirectRequest | native |  | 1 app | Asks for the behavior in its own words "
                        + "(DirectRequest of HarmBench, arXiv 2402.04249). |");
        assertThat(rows)
                .anyMatch(row ->
                        row.startsWith("| `turn-splitting` | Payload splitting over turns | native |  | 6 app |"));
        assertThat(rows)
                .anyMatch(row ->
                        row.startsWith("| `replay` |") && row.contains("| replay | file | one for each test case |"));
        assertThat(rows).anyMatch(row -> row.startsWith("| `choice` |") && row.contains("| 2 app |"));
        assertThat(rows).anyMatch(row -> row.startsWith("| `caesar.shift` | caesar |"));
    }

    @Test
    void aConsoleGetsALineForEach() {
        assertThat(new AttackCatalogue(Attacks.catalogue()).lines())
                .hasSameSizeAs(Attacks.catalogue())
                .anyMatch(line -> line.matches("base64 +native +1 app +Sends the request as Base64 .*"));
    }

    @Test
    void whatAnAttackSaysOfItselfIsText() {
        String page = new AttackCatalogue(List.of(new Hostile())).page();
        assertThat(page)
                .contains("one \\| not a cell \\<img\\>")
                .contains("| a \\| \\`b | 1 | own |")
                .contains("| own\\`option | own | \\[link\\](http\\://example.org) |")
                .doesNotContain("<img>");
        assertThat(page.lines().filter(line -> line.startsWith("| `own`"))).hasSize(1);
    }

    /** An attack of somebody else that writes markup. */
    private static final class Hostile implements Attack {
        @Override
        public String id() {
            return "own";
        }

        @Override
        public String description() {
            return "one | not a cell <img>\n| `own` | two";
        }

        @Override
        public Set<String> groups() {
            return Set.of("a | `b");
        }

        @Override
        public Map<String, String> options() {
            return Map.of("own`option", "[link](http://example.org)");
        }

        @Override
        public boolean appliesTo(Behavior behavior) {
            return false;
        }

        @Override
        public Stream<Attempt> attempts(Behavior behavior, AttackSettings settings) {
            return Stream.empty();
        }
    }
}
