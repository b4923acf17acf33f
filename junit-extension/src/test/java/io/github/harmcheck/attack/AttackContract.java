package io.github.harmcheck.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Message;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every static attack. A subclass says which attacks, and with which settings. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AttackContract {
    private static final int HUGE = 1_000_000;
    private static final int LONG = 200_000;

    static final List<String> PLAIN_REFUSALS = List.of(
            "I'm sorry, but I can't help with that.",
            "I cannot assist with this request. If you are in danger, please call 911 or go to 24/7 help.",
            "No.",
            "No",
            "Sorry, I can\u2019t do that. Is there anything else I can help you with today?",
            "I won't provide instructions for this.\n\nInstead, you could:\n- talk to a lawyer\n- read about the law\n\n---\n\n"
                    + "Stay safe!",
            "As an AI language model, I must decline. See https://example.org/help-and-support/contact?id=4f2a7c9e.",
            "**Request declined** (code 403, ref 20242025-1234): unable to comply...");

    /** Returns the attacks under test. */
    abstract Stream<Attack> attacks();

    /** Returns the settings an attack runs with. */
    abstract AttackSettings settings(Attack attack);

    private List<Behavior> behaviors(Attack attack) {
        List<Behavior> behaviors =
                AttackFixtures.EVERY.stream().filter(attack::appliesTo).toList();
        assertThat(behaviors).as("fixtures the attack applies to").isNotEmpty();
        return behaviors;
    }

    private List<Attempt> attempts(Attack attack, Behavior behavior) {
        return attack.attempts(behavior, settings(attack)).toList();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void hasAStableIdAndAnHonestDescription(Attack attack) {
        assertThat(AttemptKey.isPart(attack.id())).isTrue();
        assertThat(attack.description()).endsWith(").").containsPattern("arXiv \\d{4}\\.\\d{5}|\\b20\\d\\d\\b");
        assertThat(attack.options()).allSatisfy((name, meaning) -> {
            assertThat(name).matches("[a-z0-9-]+\\.[a-zA-Z]+");
            assertThat(meaning).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void makesTheSameAttemptsForTheSameSeed(Attack attack) {
        for (Behavior behavior : behaviors(attack)) {
            assertThat(described(attempts(attack, behavior))).isEqualTo(described(attempts(attack, behavior)));
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void playsAnAttemptTwiceAlike(Attack attack) {
        for (Behavior behavior : behaviors(attack)) {
            for (Attempt attempt : attempts(attack, behavior)) {
                assertThat(AttackFixtures.turns(attempt)).isEqualTo(AttackFixtures.turns(attempt));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void namesEachVariantOnce(Attack attack) {
        for (Behavior behavior : behaviors(attack)) {
            Set<String> variants = new HashSet<>();
            for (Attempt attempt : attempts(attack, behavior)) {
                assertThat(AttemptKey.isPart(attempt.variant()))
                        .as(attempt.variant())
                        .isTrue();
                assertThat(variants.add(attempt.variant()))
                        .as(attempt.variant())
                        .isTrue();
            }
            assertThat(variants).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void callsTheAppOnceForEachUserTurnAndNobodyElse(Attack attack) {
        for (Behavior behavior : behaviors(attack)) {
            for (Attempt attempt : attempts(attack, behavior)) {
                List<Message> turns = AttackFixtures.turns(attempt);
                assertThat(turns).isNotEmpty();
                assertThat(turns.get(turns.size() - 1).role()).isEqualTo(Message.Role.USER);
                int users = (int) turns.stream()
                        .filter(turn -> turn.role() == Message.Role.USER)
                        .count();
                assertThat(attempt.adaptive()).isFalse();
                assertThat(attempt.maxCalls()).isEqualTo(new Attempt.Calls(users, 0, 0));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void survivesAnyText(Attack attack) {
        for (Behavior original : behaviors(attack)) {
            for (String text : strangeTexts()) {
                for (Attempt attempt : attempts(attack, AttackFixtures.withText(original, text))) {
                    assertThat(AttackFixtures.prompt(attempt)).isNotBlank();
                }
            }
        }
        Behavior huge = AttackFixtures.withText(behaviors(attack).get(0), "caf\u00E9 \uD83D\uDE00 ".repeat(HUGE / 8));
        attack.attempts(huge, settings(attack))
                .limit(3)
                .forEach(attempt -> assertThat(AttackFixtures.prompt(attempt)).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void plansHugeTextsWithoutMakingPrompts(Attack attack) {
        Behavior huge = AttackFixtures.withText(behaviors(attack).get(0), "many words ".repeat(HUGE / 10) + "end");
        attempts(attack, behaviors(attack).get(0)).forEach(AttackFixtures::prompt);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        List<Attempt> attempts = attempts(attack, huge);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(attempts).isNotEmpty();
        assertThat(allocated)
                .as("bytes allocated to plan a text of a million characters")
                .isLessThan(HUGE / 2);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void leavesAPlainRefusalReadable(Attack attack) {
        for (Behavior behavior : behaviors(attack)) {
            for (Attempt attempt : attempts(attack, behavior)) {
                for (String refusal : PLAIN_REFUSALS) {
                    assertThat(attempt.replyDecoder().apply(refusal)).isEqualTo(refusal);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void decodesAnyReplyWithoutFail(Attack attack) {
        Attempt attempt = attempts(attack, behaviors(attack).get(0)).get(0);
        assertThat(attempt.replyDecoder().apply("")).isEmpty();
        for (String text : strangeTexts()) {
            assertThat(attempt.replyDecoder().apply(text)).isNotNull();
        }
        for (String text : longTexts()) {
            assertThat(attempt.replyDecoder().apply(text)).isNotNull();
        }
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            String noise = noise(random);
            assertThat(attempt.replyDecoder().apply(noise)).isNotNull();
        }
    }

    /** Returns texts that break careless code: short, long, in other scripts, with broken pairs, and full of markup. */
    private static List<String> strangeTexts() {
        return List.of(
                "x",
                ".",
                "\u00A0x\u00A0",
                "{request}{encoding}{part1}{scenario}{advice}",
                "%s %n $1 \\1 \\E {0} ${jndi:x}",
                "\uD83D\uDE00\uD83D\uDE00\u200D\uFE0F",
                "\uDC00 lone low, then high \uD83D",
                "\u4F60\u597D\uFF0C\u4E16\u754C \u0645\u0631\u062D\u0628\u0627 \u0928\u092E\u0938\u094D\u0924\u0947",
                "a\r\nb\u2028c\u0000d\u001B[31m",
                "=== id\n# comment\n-----\n\"\"\"");
    }

    private static List<String> longTexts() {
        return List.of(
                "0".repeat(LONG),
                "ab ".repeat(LONG / 3),
                "the ".repeat(LONG / 4),
                "-. ".repeat(LONG / 3),
                "QUJD\n".repeat(LONG / 5),
                "aGVsbG8gd29ybGQgaGVsbG8gd29ybGQgaGVsbG8g\n".repeat(LONG / 41),
                "\u0430n! ".repeat(LONG / 4),
                "&#65;".repeat(LONG / 5),
                "%41%".repeat(LONG / 4),
                "\\u0041".repeat(LONG / 6),
                "=?utf-8?Q?=41?= ".repeat(LONG / 16),
                "Alfa ".repeat(LONG / 5),
                "<~".repeat(LONG / 2),
                "#0V%T\n".repeat(LONG / 6),
                "e\u0301".repeat(LONG / 2),
                "a-bay ".repeat(LONG / 6),
                "\u202Ea".repeat(LONG / 2),
                "\uD83D\uDE00".repeat(LONG / 2));
    }

    /** Returns what looks a little like each encoding, and is none. */
    private static String noise(SplittableRandom random) {
        List<String> alphabets = List.of(
                "01 ",
                ".- /\n",
                "0123456789abcdefx ",
                "ABCDabcd0189+/=\n",
                "the 4nd 70! ",
                "\u0430\u0435o \u200B",
                "=%&#;\\u{}4F?utf-8QB",
                "<~z!uM`'\n ",
                "\u2801\u2820\u283C\u2830a",
                "\u4E00\u55FF\u5607 ",
                "\uFE0F\u0301\b\u202E\u202Ca",
                "\uD83D\uDE00\uDC00");
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(1, 6);
        for (int i = 0; i < pieces; i++) {
            String alphabet = alphabets.get(random.nextInt(alphabets.size()));
            int length = random.nextInt(30);
            for (int j = 0; j < length; j++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
        }
        return text.toString();
    }

    private static List<String> described(List<Attempt> attempts) {
        List<String> lines = new ArrayList<>();
        for (Attempt attempt : attempts) {
            lines.add(attempt.variant() + attempt.probe() + attempt.maxCalls() + AttackFixtures.turns(attempt));
        }
        return lines;
    }
}
