package io.github.harmcheck.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ImageTests {
    private static final byte[] BYTES = new byte[12_345];

    @Test
    void twoWithTheSameBytesAreEqualWhereverTheyComeFrom() {
        Image image = Image.of("image/png", BYTES);

        assertThat(image)
                .isEqualTo(Image.of("image/png", BYTES.clone()))
                .isEqualTo(Image.described("image/png", image.size(), image.sha256()))
                .isNotEqualTo(Image.of("image/gif", BYTES))
                .isNotEqualTo(Image.of("image/png", new byte[] {1}));
    }

    @Test
    void nobodyChangesItsBytes() {
        byte[] given = {1, 2};
        Image image = Image.of("image/png", given);
        given[0] = 9;
        image.bytes().orElseThrow()[1] = 9;

        assertThat(image.bytes()).hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(1, 2));
    }

    @Test
    void saysWhatItIsAndNotItsBytes() {
        Image image = Image.of("image/png", BYTES);

        assertThat(image).hasToString("[image, 12 kB, sha256 " + image.sha256() + "]");
        assertThat(Image.of("image/png", new byte[3]).toString()).startsWith("[image, 3 B, ");
    }

    @Test
    void aDescriptionThatIsNoneIsRejected() {
        String hash = "0".repeat(64);
        assertThatThrownBy(() -> Image.described("text/html", 1, hash)).hasMessageContaining("image/png");
        assertThatThrownBy(() -> Image.described("image/<b>", 1, hash)).hasMessageContaining("image/png");
        assertThatThrownBy(() -> Image.described("image/png", 0, hash)).hasMessageContaining("size");
        assertThatThrownBy(() -> Image.described("image/png", 1, "<b>")).hasMessageContaining("SHA-256");
    }
}
