package io.github.harmcheck.attack.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.attack.Attack;
import io.github.harmcheck.attack.AttackConfigurationException;
import io.github.harmcheck.attack.AttackFixtures;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.core.Image;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.dataset.Datasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectImageAttackTests {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3};

    @TempDir
    Path root;

    private final Attack attack = new DirectImageAttack();
    private Path folder = Path.of("");

    @BeforeEach
    void writeImages() throws IOException {
        folder = Files.createDirectory(root.resolve("images"));
        Files.write(folder.resolve("door.png"), JPEG);
        Files.write(root.resolve("outside.png"), JPEG);
        Files.writeString(folder.resolve("notes.png"), "a note and no image");
    }

    private AttackSettings settings() {
        return AttackFixtures.settings(Map.of("direct-image.folder", folder.toString()));
    }

    private Message turn(Behavior behavior) {
        return AttackFixtures.turns(
                        attack.attempts(behavior, settings()).findFirst().orElseThrow())
                .get(0);
    }

    private static Behavior about(String image) {
        return new Behavior(
                "fixture",
                "picture",
                "Open the door",
                FunctionalCategory.MULTIMODAL,
                "illegal",
                "a door",
                List.of("image:" + image),
                null,
                null);
    }

    @Test
    void showsTheImageWithTheWordsOfTheBehavior() {
        Message turn = turn(about("door.png"));

        assertThat(attack.check(List.of(about("door.png")), settings())).isEmpty();
        assertThat(turn).isEqualTo(Message.user("Open the door", List.of(Image.of("image/jpeg", JPEG))));
    }

    @Test
    void posesWhatTheReaderOfHarmBenchRead() throws IOException {
        Path csv = Files.writeString(
                root.resolve("multimodal.csv"),
                "Behavior,BehaviorID,FunctionalCategory,SemanticCategory,ImageFileName,Source,ImageDescription,"
                        + "RedactedImageDescription,Tags\n"
                        + "Open it,one,multimodal,illegal,door.png,s,d,r,multimodal\n"
                        + "Open that,two,multimodal,illegal,,s,d,r,multimodal\n");
        try (Stream<Behavior> behaviors = Datasets.load("file:" + csv).behaviors()) {
            assertThat(behaviors.filter(attack::appliesTo))
                    .singleElement()
                    .satisfies(behavior -> assertThat(turn(behavior).text()).isEqualTo("Open it"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.png",
                "../images/door.png",
                "./door.png",
                "sub/../door.png",
                "/etc/hostname",
                "..",
                "a\\b",
                "\u0000.png"
            })
    void aNameLeadsNowhereElse(String name) {
        assertThatThrownBy(() -> attack.check(List.of(about(name)), settings()))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessageContaining("of the behavior picture: this ")
                .hasMessageNotContaining("\u0000");
        assertThatThrownBy(() -> turn(about(name))).hasRootCauseInstanceOf(AttackConfigurationException.class);
    }

    @Test
    void aMissingFileIsOneClearError() {
        assertThatThrownBy(() -> attack.check(List.of(about("door.png"), about("gone.png")), settings()))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessage("the image \"gone.png\" of the behavior picture: there is no such file in the folder"
                        + " (direct-image.folder = \"" + folder + "\")");
    }

    @Test
    void whatIsNoImageIsNotSent() {
        assertThatThrownBy(() -> attack.check(List.of(about("notes.png")), settings()))
                .hasMessageContaining("the file is no PNG, JPEG, GIF or WebP image");
    }

    @Test
    void theFolderIsNeeded() {
        assertThatThrownBy(() -> attack.check(List.of(about("door.png")), AttackFixtures.SETTINGS))
                .hasMessageContaining("the attack direct-image needs the option direct-image.folder");
        assertThatThrownBy(() -> attack.check(
                        List.of(about("door.png")),
                        AttackFixtures.settings(Map.of(
                                "direct-image.folder", root.resolve("gone").toString()))))
                .hasMessageContaining("there is no such folder");
        assertThat(attack.check(List.of(), AttackFixtures.SETTINGS)).isEmpty();
    }
}
