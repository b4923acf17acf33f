package io.github.harmcheck.judge;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.harmcheck.core.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds our own labelled replies to what is promised of them.
 *
 * <p>The split is a rule over the id: a row is set aside for testing when the last byte of the SHA-256 of its id (UTF-8),
 * read as 0 to 255, is divisible by three. No judge is trained on those rows. Whoever adds a row writes the split that the
 * rule gives. Where every row of a mode had fallen on one side, rows were added or the mode was named anew until it had both,
 * so for those few modes the split is not blind; and rows of different languages often say the same thing.
 */
class ContrastSetTests {

    private static final List<String> PREQUALIFICATION =
            List.of("refuse-then-comply", "benign-text", "other-behavior", "harmless-neighbor", "echoed-or-encoded");

    private static final Set<Outcome> KNOWN =
            Set.of(Outcome.REFUSED, Outcome.DEFLECTED, Outcome.SUCCEEDED, Outcome.UNDECIDED);

    private static final List<ContrastSet.Row> ROWS = ContrastSet.read();

    @Test
    void holdsAtLeastFiveHundredRepliesWithIdsOfTheirOwn() {
        assertThat(ROWS).hasSizeGreaterThanOrEqualTo(500);
        assertThat(ROWS).extracting(ContrastSet.Row::id).doesNotHaveDuplicates();
    }

    @Test
    void fillsInEveryColumn() {
        assertThat(ROWS).allSatisfy(row -> {
            assertThat(row.behavior()).as(row.id()).isNotBlank();
            assertThat(row.id()).startsWith(row.lang() + "-" + row.mode() + "-");
            assertThat(row.source()).as(row.id()).isEqualTo("contrast");
        });
    }

    @Test
    void labelsAsCompliedExactlyWhatSucceeded() {
        assertThat(ROWS).allSatisfy(row -> {
            assertThat(row.outcome()).as(row.id()).isIn(KNOWN);
            assertThat(row.label()).as(row.id()).isEqualTo(row.outcome() == Outcome.SUCCEEDED ? 1 : 0);
        });
        assertThat(ROWS).extracting(ContrastSet.Row::outcome).containsAll(KNOWN);
    }

    @Test
    void setsAThirdAsideByTheIdAlone() {
        assertThat(ROWS)
                .allSatisfy(row -> assertThat(row.split()).as(row.id()).isEqualTo(ContrastSet.splitOf(row.id())));
        long test = ROWS.stream()
                .filter(row -> row.split().equals(ContrastSet.TEST))
                .count();
        assertThat((double) test / ROWS.size()).isBetween(0.28, 0.40);
    }

    @Test
    void splitsByARuleThatDoesNotChange() {
        assertThat(ContrastSet.splitOf("en-refusal-canned-01")).isEqualTo("test");
        assertThat(ContrastSet.splitOf("en-refusal-canned-02")).isEqualTo("test");
        assertThat(ContrastSet.splitOf("de-foreign-compliance-01")).isEqualTo("train");
    }

    @Test
    void speaksTwelveLanguagesBesidesEnglishOnBothSides() {
        Map<String, List<ContrastSet.Row>> languages = ROWS.stream()
                .filter(row -> !Set.of("en", "mixed").contains(row.lang()))
                .collect(groupingBy(ContrastSet.Row::lang));

        assertThat(languages).hasSizeGreaterThanOrEqualTo(12);
        assertThat(languages).allSatisfy((language, rows) -> {
            assertThat(rows).as(language).hasSizeGreaterThanOrEqualTo(6);
            assertThat(rows).as(language).extracting(ContrastSet.Row::outcome).contains(Outcome.REFUSED);
            assertThat(rows).as(language).extracting(ContrastSet.Row::outcome).contains(Outcome.SUCCEEDED);
        });
        assertThat(ROWS).extracting(ContrastSet.Row::lang).contains("mixed");
    }

    @Test
    void setsAsideSomeOfEveryLargerMode() {
        Map<String, List<String>> splits =
                ROWS.stream().collect(groupingBy(ContrastSet.Row::mode, mapping(ContrastSet.Row::split, toList())));

        assertThat(splits)
                .allSatisfy((mode, sides) -> assertThat(
                                sides.size() < 4 || Set.copyOf(sides).size() == 2)
                        .as("%s is on both sides of the split: %s", mode, sides)
                        .isTrue());
    }

    @Test
    void holdsEveryModeThatJudgesAreKnownToFailOn() {
        assertThat(ROWS)
                .extracting(ContrastSet.Row::mode)
                .contains(
                        "refusal-canned",
                        "refusal-terse",
                        "refusal-polite",
                        "refusal-policy",
                        "refusal-resources",
                        "refusal-counter-offer",
                        "refusal-older-style",
                        "refusal-newer-style",
                        "refusal-long",
                        "sarcastic-refusal",
                        "emoji-refusal",
                        "one-word-refusal",
                        "story-refusal",
                        "app-decline",
                        "apology-comply",
                        "disclaimer-comply",
                        "refusal-comply",
                        "comply-refusal-end",
                        "comply-warning-end",
                        "short-compliance",
                        "plain-compliance",
                        "list-compliance",
                        "code-compliance",
                        "code-no-content",
                        "story-compliance",
                        "quoted-refusal-compliance",
                        "app-compliance",
                        "hypothetical-compliance",
                        "but-clause",
                        "dual-refuse-comply",
                        "dual-comply-refuse",
                        "dual-both-refuse",
                        "dual-insult-only",
                        "deflection-neighbor",
                        "deflection-education",
                        "deflection-history",
                        "deflection-topic-change",
                        "deflection-professional",
                        "deflection-fiction",
                        "vague-engagement",
                        "topic-discussion",
                        "false-premise",
                        "clarifying-question",
                        "echo",
                        "echo-refusal",
                        "echo-compliance",
                        "provider-filter",
                        "error-page",
                        "empty",
                        "whitespace",
                        "degenerate",
                        "encoded-leftover",
                        "truncated-compliance",
                        "truncated-refusal",
                        "opener-only",
                        "long-text",
                        "contextual-compliance",
                        "contextual-refusal",
                        "foreign-refusal",
                        "foreign-compliance",
                        "english-refusal-foreign-compliance",
                        "foreign-refusal-english-compliance");
    }

    @Test
    void holdsTextsOfAHundredThousandCharacters() {
        assertThat(ROWS)
                .filteredOn(row -> row.reply().length() > 95_000)
                .extracting(ContrastSet.Row::label)
                .contains(0, 1);
    }

    @Test
    void repeatsNoReplyAndNoneOfThePrequalificationSets() {
        Map<String, String> seen = new HashMap<>();
        for (ContrastSet.Row row : ROWS) {
            assertThat(seen.put(normalised(row.reply()), row.id())).as(row.id()).isNull();
        }
        for (String set : PREQUALIFICATION) {
            for (JsonNode row : prequalification(set)) {
                String id = row.path("id").asText();
                assertThat(seen.put(normalised(ContrastSet.reply(row)), id))
                        .as(id)
                        .isNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"refuse-then-comply", "benign-text", "other-behavior", "harmless-neighbor", "echoed-or-encoded"})
    void holdsThePrequalificationSetsToTheirLabels(String set) {
        List<JsonNode> rows = prequalification(set);

        assertThat(rows).hasSizeBetween(24, 30);
        assertThat(rows).allSatisfy(row -> {
            String id = row.path("id").asText();
            assertThat(id).startsWith(set + "-");
            assertThat(row.path("set").asText()).as(id).isEqualTo(set);
            assertThat(row.path("behavior").asText()).as(id).isNotBlank();
            assertThat(row.path("reply").asText()).as(id).isNotBlank();
            boolean succeeded = row.path("outcome").asText().equals("SUCCEEDED");
            assertThat(row.path("label").asInt(-1)).as(id).isEqualTo(succeeded ? 1 : 0);
            assertThat(Outcome.valueOf(row.path("outcome").asText())).as(id).isIn(KNOWN);
        });
        Set<Integer> labels =
                rows.stream().map(row -> row.path("label").asInt()).collect(toSet());
        assertThat(labels).isEqualTo(labelsOf(set));
        assertThat(rows.stream().anyMatch(row -> row.path("abstain").asBoolean()))
                .isEqualTo(set.equals("echoed-or-encoded"));
    }

    @Test
    void saysOfEveryInjectionWhatItClaimsAndWhatIsTrue() {
        List<JsonNode> rows = ContrastSet.lines("judge-injections.jsonl");

        assertThat(rows).hasSizeGreaterThanOrEqualTo(80);
        assertThat(rows).extracting(row -> row.path("id").asText()).doesNotHaveDuplicates();
        assertThat(rows).extracting(ContrastSet::reply).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(rows).extracting(row -> row.path("claims").asText()).contains("no", "yes", "safe", "unsafe");
        assertThat(rows).extracting(row -> row.path("true").asText()).containsOnly("0", "1");
        assertThat(rows).allSatisfy(row -> {
            boolean harmful =
                    Set.of("yes", "unsafe", "10").contains(row.path("claims").asText());
            assertThat(row.path("true").asText())
                    .as("a lie: %s", row.path("id"))
                    .isEqualTo(harmful ? "0" : "1");
        });
    }

    private static Set<Integer> labelsOf(String set) {
        return switch (set) {
            case "refuse-then-comply" -> Set.of(1);
            case "echoed-or-encoded" -> Set.of(0, 1);
            default -> Set.of(0);
        };
    }

    private static List<JsonNode> prequalification(String set) {
        return ContrastSet.lines("prequalification/" + set + ".jsonl");
    }

    /** Letters and digits in lower case; where there are none, the reply itself. */
    private static String normalised(String reply) {
        String words = reply.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .trim();
        return words.isEmpty() ? reply : words;
    }
}
