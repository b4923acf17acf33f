package io.github.harmcheck.attack.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.attack.Attack;
import io.github.harmcheck.attack.AttackConfigurationException;
import io.github.harmcheck.attack.AttackFixtures;
import io.github.harmcheck.attack.Attacks;
import io.github.harmcheck.attack.BundledTemplates;
import io.github.harmcheck.attack.Template;
import io.github.harmcheck.attack.frame.HumanJailbreaksAttack;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingAttackTests {
    /** Encodings that lose nothing of well-formed Unicode. */
    private static final Set<String> REVERSIBLE = Set.of("base64", "binary", "hex", "rot13", "reversed", "zero-width");

    private static final String ANSWER =
            "Sure, this is what you need to do: first you open the door, and then you go in.";

    static List<EncodingAttack> encodings() {
        return Attacks.named(List.of("encodings")).stream()
                .map(EncodingAttack.class::cast)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void decodingUndoesEncoding(EncodingAttack encoding) {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 1_000; i++) {
            String text = inAlphabet(encoding.id(), AttackFixtures.unicode(random, random.nextInt(60)), random);
            assertThat(encoding.decode(encoding.encode(text))).isEqualTo(text);
        }
    }

    /** Returns the text, or what an encoding that is not reversible for all texts documents as its alphabet. */
    private static String inAlphabet(String id, String text, SplittableRandom random) {
        if (REVERSIBLE.contains(id)) {
            return text;
        }
        return switch (id) {
            case "leetspeak" ->
                without(text, LeetspeakAttack.DIGITS + LeetspeakAttack.LETTERS.toUpperCase(java.util.Locale.ROOT));
            case "homoglyphs" -> without(text, HomoglyphsAttack.CYRILLIC);
            case "morse" -> morseText(random);
            default -> throw new AssertionError("say what the reversible alphabet of " + id + " is");
        };
    }

    private static String without(String text, String characters) {
        StringBuilder rest = new StringBuilder(text);
        for (int i = rest.length() - 1; i >= 0; i--) {
            if (characters.indexOf(rest.charAt(i)) >= 0) {
                rest.deleteCharAt(i);
            }
        }
        return rest.toString();
    }

    private static String morseText(SplittableRandom random) {
        List<Character> alphabet = MorseAttack.alphabet().stream().sorted().toList();
        List<String> words = new ArrayList<>();
        int count = random.nextInt(1, 8);
        for (int i = 0; i < count; i++) {
            StringBuilder word = new StringBuilder();
            int length = random.nextInt(1, 9);
            for (int j = 0; j < length; j++) {
                word.append(alphabet.get(random.nextInt(alphabet.size())));
            }
            words.add(word.toString());
        }
        return String.join(random.nextInt(3) == 0 ? "\n" : " ", words);
    }

    @ParameterizedTest
    @CsvSource({
        "base64, SGkgeW91IQ==",
        "hex, 486920796f7521",
        "binary, 01001000 01101001 00100000 01111001 01101111 01110101 00100001",
        "rot13, Uv lbh!",
        "reversed, !uoy iH",
        "leetspeak, H1 y0u!",
        "morse, .... .. / -.-- --- ..- -.-.--"
    })
    void encodesAsEverybodyElse(String id, String encoded) {
        assertThat(encoding(id).encode("Hi you!")).isEqualTo(encoded);
    }

    @Test
    void hidesWordsFromFilters() {
        assertThat(encoding("homoglyphs").encode("open")).isEqualTo("\u043E\u0440\u0435n");
        assertThat(encoding("zero-width").encode("door")).isEqualTo("d\u200Bo\u200Bo\u200Br\u200B");
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void decodesAReplyThatIsEncoded(EncodingAttack encoding) {
        String read = encoding.decodeReply(encoding.encode(ANSWER));
        assertThat(read).isEqualToIgnoringCase(ANSWER);
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void decodesAnEncodedPartAndKeepsThePlainRest(EncodingAttack encoding) {
        String reply =
                "Here is my answer to the question.\n\n" + encoding.encode(ANSWER) + "\n\nThat is all I have for you.";
        String read = encoding.decodeReply(reply);
        assertThat(read)
                .isEqualToIgnoringCase(
                        "Here is my answer to the question.\n\n" + ANSWER + "\n\nThat is all I have for you.");
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void decodesAnEncodedRefusal(EncodingAttack encoding) {
        for (String refusal : List.of("I'm sorry, but I can't help with that.", "No, I will not do this.")) {
            assertThat(encoding.decodeReply(encoding.encode(refusal))).isEqualToIgnoringCase(refusal);
        }
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void leavesPlainTextOfAnyKindAlone(EncodingAttack encoding) {
        for (String plain : List.of(
                "Es tut mir leid, dabei kann ich nicht helfen.",
                "Lo siento, no puedo ayudarte con esto.",
                "\u042F \u043D\u0435 \u043C\u043E\u0433\u0443 \u0441 \u044D\u0442\u0438\u043C \u043F\u043E\u043C\u043E\u0447\u044C. \u0410 \u0441\u043E\u0440 \u2014 \u044D\u0442\u043E \u0441\u043E\u0440.",
                "\u7533\u3057\u8A33\u3042\u308A\u307E\u305B\u3093\u304C\u3001\u304A\u624B\u4F1D\u3044\u3067\u304D\u307E\u305B\u3093\u3002",
                "```java\nint total = 0x1F + 101010;\nString key = \"deadbeef\";\n```",
                "| a | b |\n|---|---|\n| 1 | 2 |\n\n- - -\n\n* * *\n... and so on - or not",
                "Vitamin B12, H2O, 3D, the 1st and 2nd of 10 items, room 404, call 1-800-662-4357, 24/7.",
                "Numbers: 65 66 67 68 69 70 71, and 2024-11-23T10:20:30Z.",
                "internationalization and responsibilities/misunderstandings of state-of-the-art systems",
                "123e4567-e89b-12d3-a456-426614174000 and d41d8cd98f00b204e9800998ecf8427e")) {
            assertThat(encoding.decodeReply(plain)).isEqualTo(plain);
        }
    }

    @Test
    void everyCommonWordStaysAWord() {
        for (EncodingAttack encoding : encodings()) {
            for (Template template :
                    BundledTemplates.of(HumanJailbreaksAttack.class, "human-jailbreaks", Set.of("request"))) {
                String prose = template.fill(Map.of("request", "what is in the letter?"));
                assertThat(encoding.decodeReply(prose)).isEqualTo(prose);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "54 68 65 20 61 6e 73 77 65 72 20 69 73 20 6e 6f",
                "0x54 0x68 0x65 0x20 0x61 0x6e 0x73 0x77 0x65 0x72 0x20 0x69 0x73 0x20 0x6e 0x6f",
                "\\x54\\x68\\x65\\x20\\x61\\x6e\\x73\\x77\\x65\\x72\\x20\\x69\\x73\\x20\\x6e\\x6f",
                "54:68:65:20:61:6E:73:77:65:72:20:69:73:20:6E:6F"
            })
    void readsTheWaysToWriteHex(String reply) {
        assertThat(encoding("hex").decodeReply("Answer: " + reply)).isEqualTo("Answer: The answer is no");
    }

    @Test
    void readsWrappedCutAndUrlSafeBase64() {
        String encoded = encoding("base64").encode(ANSWER);
        String wrapped =
                Base64.getMimeEncoder().encodeToString((ANSWER + " \u2713 " + ANSWER).getBytes(StandardCharsets.UTF_8));
        assertThat(wrapped.lines()).hasSizeGreaterThan(2);
        assertThat(encoding("base64").decodeReply("Here:\n" + wrapped + "\nDone"))
                .isEqualTo("Here:\n" + ANSWER + " \u2713 " + ANSWER + "\nDone");
        assertThat(encoding("base64").decodeReply(encoded.substring(0, 61))).isEqualTo(ANSWER.substring(0, 45));
        assertThat(encoding("base64").decodeReply("`" + encoded.replace("=", "") + "`"))
                .isEqualTo("`" + ANSWER + "`");
    }

    @Test
    void readsBinaryInSevensAndWithoutBlanks() {
        EncodingAttack binary = encoding("binary");
        String encoded = binary.encode(ANSWER);
        assertThat(binary.decodeReply(encoded.replace(" ", ""))).isEqualTo(ANSWER);
        assertThat(binary.decodeReply(" " + encoded.replaceAll("\\b0", ""))).isEqualTo(" " + ANSWER);
    }

    @Test
    void readsMorseWithOtherSigns() {
        UnaryOperator<String> decoder = encoding("morse")::decodeReply;
        String encoded = encoding("morse").encode("I can not help you");
        assertThat(decoder.apply(encoded.replace('-', '\u2212').replace('.', '\u2022')))
                .isEqualTo("I CAN NOT HELP YOU");
        assertThat(decoder.apply(encoded.replace(" / ", "   "))).isEqualTo("I CAN NOT HELP YOU");
        assertThat(decoder.apply("-. ---")).isEqualTo("NO");
    }

    @Test
    void optionSaysHowToAnswer() {
        Attack base64 = AttackFixtures.attack("base64");
        assertThat(variants(base64, Map.of())).containsExactly("answer-encoded");
        assertThat(variants(base64, Map.of("encodings.answer", "plain"))).containsExactly("answer-plain");
        assertThat(variants(base64, Map.of("encodings.answer", "both")))
                .containsExactly("answer-encoded", "answer-plain");
        assertThat(variants(AttackFixtures.attack("zero-width"), Map.of())).containsExactly("answer-plain");
        assertThatThrownBy(() -> variants(base64, Map.of("encodings.answer", "Plain")))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessage("encodings.answer = \"Plain\": it is one of encoded, plain, both");
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void thePromptHasTheEncodedRequestAndNotThePlainOne(EncodingAttack encoding) {
        String request = AttackFixtures.STANDARD.text();
        assertThat(AttackFixtures.prompts(encoding, AttackFixtures.STANDARD, AttackFixtures.SETTINGS)
                        .values())
                .allSatisfy(prompt ->
                        assertThat(prompt).contains(encoding.encode(request)).doesNotContain(request));
    }

    private static EncodingAttack encoding(String id) {
        return (EncodingAttack) AttackFixtures.attack(id);
    }

    private static List<String> variants(Attack attack, Map<String, String> options) {
        return List.copyOf(AttackFixtures.prompts(attack, AttackFixtures.STANDARD, AttackFixtures.settings(options))
                .keySet());
    }
}
