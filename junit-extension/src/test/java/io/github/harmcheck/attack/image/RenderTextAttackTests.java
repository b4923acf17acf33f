package io.github.harmcheck.attack.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.attack.Attack;
import io.github.harmcheck.attack.AttackConfigurationException;
import io.github.harmcheck.attack.AttackFixtures;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Image;
import io.github.harmcheck.core.Message;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class RenderTextAttackTests {
    private static final String LONG = "Please open the door of the house. ".repeat(40);

    private final Attack attack = new RenderTextAttack();

    private Message turn(Behavior behavior, Map<String, String> options) {
        return AttackFixtures.turns(attack.attempts(behavior, AttackFixtures.settings(options))
                        .findFirst()
                        .orElseThrow())
                .get(0);
    }

    private static BufferedImage drawn(Image image) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(image.bytes().orElseThrow()));
    }

    /** Returns left, top, right and bottom of what is not white. */
    private static List<Integer> ink(BufferedImage image) {
        int left = image.getWidth();
        int top = image.getHeight();
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xFF) < 0x80) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        return List.of(left, top, right, bottom);
    }

    @Test
    void theRequestIsInTheImageAndNotInTheWords() throws IOException {
        Message turn = turn(AttackFixtures.STANDARD, Map.of());

        assertThat(turn.text()).contains("image").doesNotContain("neighbour", "door");
        assertThat(turn.images()).hasSize(1);
        BufferedImage image = drawn(turn.images().get(0));
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(512, 512);
        assertThat(ink(image).get(2)).as("right end of the text").isGreaterThan(200);
    }

    @Test
    void aContextStandsInWords() {
        Message turn = turn(AttackFixtures.CONTEXTUAL, Map.of());

        assertThat(turn.text()).startsWith(AttackFixtures.CONTEXT + "\n\n---\n\n");
    }

    @Test
    void aTextWrapsInsideItsMargins() throws IOException {
        for (String text : List.of(LONG, "x".repeat(600), "one\ntwo\r\nthree\n\n" + "y".repeat(300))) {
            for (Image image : new TextImages(10, 20).of(text)) {
                List<Integer> ink = ink(drawn(image));
                assertThat(ink.get(0)).isGreaterThanOrEqualTo(30);
                assertThat(ink.get(1)).isGreaterThanOrEqualTo(30);
                assertThat(ink.get(2)).isLessThanOrEqualTo(482);
                assertThat(ink.get(3)).isLessThanOrEqualTo(482);
            }
        }
    }

    @Test
    void aLongTextGetsASmallerFontAndThenMoreImages() {
        assertThat(new TextImages(10, 20).of(LONG)).hasSize(1);
        assertThat(new TextImages(20, 20).of(LONG)).hasSizeGreaterThan(1);
        String lines = IntStream.range(0, 200).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
        assertThat(new TextImages(10, 20).of(lines)).hasSizeGreaterThan(4).doesNotHaveDuplicates();
    }

    @Test
    void theFontIsAnOption() {
        Image small = turn(AttackFixtures.STANDARD, Map.of("render-text.maxFont", "8"))
                .images()
                .get(0);

        assertThat(small)
                .isNotEqualTo(turn(AttackFixtures.STANDARD, Map.of()).images().get(0));
        assertThatThrownBy(() ->
                        turn(AttackFixtures.STANDARD, Map.of("render-text.minFont", "30", "render-text.maxFont", "20")))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessage("render-text.minFont = 30 is more than render-text.maxFont = 20: make it smaller");
    }

    @Test
    void aCharacterWithoutAFontIsRemarkedInThePlan() {
        Behavior strange = AttackFixtures.withText(AttackFixtures.STANDARD, "open " + Character.toString(0x10FFFD));

        assertThat(attack.check(List.of(AttackFixtures.STANDARD), AttackFixtures.SETTINGS))
                .isEmpty();
        assertThat(attack.check(List.of(AttackFixtures.STANDARD, strange), AttackFixtures.SETTINGS))
                .singleElement()
                .asString()
                .contains("no font for all characters of 1 of 2 behaviors");
    }
}
