package io.github.harmcheck.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.attack.Attack;
import io.github.harmcheck.attack.AttackSettings;
import io.github.harmcheck.attack.Attempt;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.Image;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.target.Conversation;
import io.github.harmcheck.target.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An attack of somebody else that sends an image, and does not say that it needs an app that takes some. */
class ImagelessTargetTests {
    private static final Image IMAGE = Image.of("image/png", new byte[] {1});

    @TempDir
    Path folder;

    private final AtomicInteger shown = new AtomicInteger();

    private Reply answer(Message message) {
        shown.addAndGet(message.images().size());
        return Reply.of("no");
    }

    private List<Finding> findings(Target target) throws Exception {
        try (RunningCampaign running =
                        Campaigns.of(target, folder).attacks(new Own()).begin();
                Stream<Finding> findings = running.finish().findings().stream()) {
            return findings.toList();
        }
    }

    @Test
    void anAppThatWouldNotSeeTheImageIsNotAsked() throws Exception {
        Target target = key -> this::answer;

        assertThat(findings(target)).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(finding.error()).contains("this target takes no images, and the attack own sends one");
            assertThat(finding.queries()).isZero();
        });
        assertThat(shown).hasValue(0);
    }

    @Test
    void anAppOfOnesOwnThatTakesImagesGetsThem() throws Exception {
        assertThat(findings(new Seeing())).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(finding.messages().get(0).images()).containsExactly(IMAGE);
        });
        assertThat(shown).hasPositiveValue();
    }

    private final class Seeing implements Target {
        @Override
        public Conversation open(AttemptKey key) {
            return ImagelessTargetTests.this::answer;
        }

        @Override
        public boolean takesImages() {
            return true;
        }
    }

    private static final class Own implements Attack {
        @Override
        public String id() {
            return "own";
        }

        @Override
        public String description() {
            return "Shows an image, in tests.";
        }

        @Override
        public boolean appliesTo(Behavior behavior) {
            return true;
        }

        @Override
        public Stream<Attempt> attempts(Behavior behavior, AttackSettings settings) {
            List<Message> turns = List.of(Message.user("look", List.of(IMAGE)));
            return Stream.of(Attempt.of("v1", Probe.HARM, turns, UnaryOperator.identity()));
        }
    }
}
