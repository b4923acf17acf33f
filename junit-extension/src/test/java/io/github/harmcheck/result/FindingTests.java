package io.github.harmcheck.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.core.Image;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTests {

    private static String reviewHash(Image... images) {
        return new Finding(
                        new AttemptKey("set", "b1", "render-text", "image", 1),
                        "app",
                        "behavior",
                        FunctionalCategory.STANDARD,
                        "illegal",
                        List.of(),
                        Probe.HARM,
                        List.of(Message.user("Answer what the image asks", List.of(images))),
                        List.of(Reply.of("no")),
                        null,
                        Verdict.of(Outcome.REFUSED, false, null, "", "judge", "1"),
                        null,
                        Instant.EPOCH,
                        Duration.ZERO,
                        1,
                        Usage.NONE,
                        Usage.NONE,
                        null)
                .reviewHash();
    }

    @Test
    void aReviewIsOfTheImageThatWasShown() {
        Image one = Image.of("image/png", new byte[] {1});
        Image read = Image.described("image/png", 1, one.sha256());

        assertThat(reviewHash(one))
                .isEqualTo(reviewHash(read))
                .isNotEqualTo(reviewHash())
                .isNotEqualTo(reviewHash(Image.of("image/png", new byte[] {2})));
    }
}
