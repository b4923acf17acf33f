package io.github.harmcheck.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SecretPatternsTests {

    private static String mask(String text, String lines) {
        return SecretPatterns.mask(text, SecretPatterns.parse(lines));
    }

    @Test
    void eachLineIsAnExpressionWithoutTheSpaceAroundIt() {
        assertThat(mask("case 12 of Ann", "\n  \\d+  \r\n\n\t(?i)ANN\n")).isEqualTo("case *** of ***");
        assertThat(mask("case 12", "")).isEqualTo("case 12");
    }

    @Test
    void whatMatchesNothingMasksNothing() {
        assertThat(mask("a bc", "\\b")).isEqualTo("a bc");
    }

    @Test
    void anExpressionThatTriesEveryWayHidesTheWholeText() {
        assertThat(mask("a".repeat(50_000) + "!", "(a+)+$")).isEqualTo(SecretPatterns.NOT_SEARCHED);
        assertThat(mask("A".repeat(200_000), "[A-Z]+-\\d+")).isEqualTo(SecretPatterns.NOT_SEARCHED);
    }

    @Test
    void anExpressionThatRecursTooDeepHidesTheWholeText() {
        assertThat(mask("ab".repeat(500_000) + "c", "(a|b)*d")).isEqualTo(SecretPatterns.NOT_SEARCHED);
    }

    @Test
    void aLongTextIsSearchedToItsEnd() {
        String text = "words and words ".repeat(500_000);
        assertThat(mask(text + "PATIENT-12345678", "PATIENT-[0-9]{8}")).isEqualTo(text + "***");
    }

    @Test
    void aSecretThatTheCutOfAMessageWouldHalveIsMaskedBefore() {
        Secrets.declare(SecretPatterns.parse("HALVED-[0-9]{8}"));
        assertThat(Texts.quoted("x HALVED-12345678 y", 6)).isEqualTo("\"x *** …\"");
        assertThat(Texts.oneLine("x HALVED-12345678", 9)).isEqualTo("x ***");
    }
}
