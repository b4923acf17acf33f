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
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingAttackTests {
    /** What the classes of the encodings that are not reversible for all of Unicode document as their alphabet. */
    private static final Map<String, IntPredicate> LOST = Map.ofEntries(
            Map.entry("braille", c -> c >= 0x2800 && c <= 0x28FF),
            Map.entry("camel-case", c -> c != Character.toLowerCase(c)),
            Map.entry("circled-letters", c -> c >= 0x24B6 && c <= 0x24E9),
            Map.entry("deletions", c -> c == '\b'),
            Map.entry("diacritics", c -> c >= 0x300 && c <= 0x36F),
            Map.entry("emoji", c -> isSmall(c) || c >= 0x1F1E6 && c <= 0x1F1FF || "\u200B\uFE0F\u20E3".indexOf(c) >= 0),
            Map.entry("fullwidth", c -> c == 0x3000 || c >= 0xFF01 && c <= 0xFF5E),
            Map.entry("homoglyphs", c -> HomoglyphsAttack.CYRILLIC.indexOf(c) >= 0),
            Map.entry("leetspeak", c -> (LeetspeakAttack.DIGITS + "AEIOST").indexOf(c) >= 0),
            Map.entry("math-letters", c -> c >= 0x1D400 && c <= 0x1D7FF),
            Map.entry("pig-latin", c -> c == '-'),
            Map.entry(
                    "small-caps",
                    c -> new SmallCapsAttack().decode(Character.toString(c)).codePointAt(0) != c),
            Map.entry(
                    "superscript",
                    c -> new SuperscriptAttack().decode(Character.toString(c)).codePointAt(0) != c),
            Map.entry("tag-characters", c -> c >= 0xE0020 && c <= 0xE007E),
            Map.entry("zalgo", c -> c >= 0x300 && c <= 0x36F));

    private static final String ANSWER =
            "Sure, this is what you need to do: first you open the door, and then you go in.";

    static List<EncodingAttack> encodings() {
        return Attacks.named(List.of("encodings")).stream()
                .filter(EncodingAttack.class::isInstance)
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
        return switch (id) {
            case "morse" -> words(MorseAttack.alphabet(), random);
            case "nato" ->
                words(
                        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                .chars()
                                .mapToObj(c -> (char) c)
                                .collect(Collectors.toSet()),
                        random);
            default -> CodePoints.without(text, LOST.getOrDefault(id, c -> false));
        };
    }

    private static boolean isSmall(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static String words(Set<Character> characters, SplittableRandom random) {
        List<Character> alphabet = characters.stream().sorted().toList();
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
        "morse, .... .. / -.-- --- ..- -.-.--",
        "base16, 486920796F7521",
        "base32, JBUSA6LPOUQQ====",
        "ascii85, <~8802lDfm3~>",
        "quoted-printable, =48=69=20=79=6F=75=21",
        "url, %48%69%20%79%6F%75%21",
        "html-entities, &#72;&#105;&#32;&#121;&#111;&#117;&#33;",
        "unicode-escapes, \\u0048\\u0069\\u0020\\u0079\\u006f\\u0075\\u0021",
        "mime-words, =?UTF-8?B?SGkgeW91IQ==?=",
        "braille, \u2820\u2813\u280A \u283D\u2815\u2825\u2816",
        "nato, Hotel India / Yankee Oscar Uniform !",
        "atbash, Sr blf!",
        "caesar, Kl brx!",
        "decimal, 72 105 32 121 111 117 33",
        "octal, 110 151 40 171 157 165 41",
        "pig-latin, i-Hay ou-yay!",
        "camel-case, hiYou!",
        "character-spacing, H i   y o u !",
        "fullwidth, \uFF28\uFF49\u3000\uFF59\uFF4F\uFF55\uFF01",
        "superscript, \u1D34\u2071 \u02B8\u1D52\u1D58!",
        "small-caps, H\u026A \u028F\u1D0F\u1D1C!"
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
                "10 m\u00B2 and 10\u207B\u00B3, caf\u00E9 r\u00E9sum\u00E9, nai\u0308ve",
                "\uD83C\uDDE9\uD83C\uDDEA\uD83C\uDDEB\uD83C\uDDF7 \u2764\uFE0F \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
                "\u5BF9\u4E0D\u8D77\uFF0C\u6211\u4E0D\u80FD\u5E2E\u60A8\uFF01\uFF08\u8BF7\u54A8\u8BE2\u4E13\u5BB6\uFF09",
                "See https://example.org/a%20b%20c%20d?x=1&y=2&amp;z=%2F, \\n and C:\\users\\u1 &#38; &#8211;",
                "An X-ray on Sun-day, a one-way street; JavaScript, iPhone and LangChain4j in Delta and India.",
                "begin 644 and then\nend\n- Kilo\n- Mega\n~~~\n<~ ~>\n=?utf-8?X?abc?=",
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
                .allSatisfy(prompt -> assertThat(prompt)
                        .contains(encoding.configured(AttackFixtures.SETTINGS).encode(request))
                        .doesNotContain(request));
    }

    private static EncodingAttack encoding(String id) {
        return (EncodingAttack) AttackFixtures.attack(id);
    }

    private static List<String> variants(Attack attack, Map<String, String> options) {
        return List.copyOf(AttackFixtures.prompts(attack, AttackFixtures.STANDARD, AttackFixtures.settings(options))
                .keySet());
    }
}
