package io.github.harmcheck.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.github.harmcheck.campaign.Campaign;
import io.github.harmcheck.campaign.Settings;
import io.github.harmcheck.core.Image;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.dataset.Datasets;
import io.github.harmcheck.dataset.Selection;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.Limits;
import io.github.harmcheck.target.Target;
import io.github.harmcheck.target.Targets;
import io.github.harmcheck.testing.LoopbackServer;
import io.github.harmcheck.testing.LoopbackServer.Answer;
import io.github.harmcheck.testing.OpenAiAnswers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of an image: from the attack through the model's own client over a real server to finding and journal. */
class ImageTurnsTests {
    private static final String DATA_URL = "data:image/png;base64,";
    private static final String REFUSAL = "I'm sorry, but I can't help with that.";

    @TempDir
    Path folder;

    private Finding finding(Target target) throws Exception {
        CampaignResult result = Campaign.against(target)
                .settings(Settings.of(Map.of("harmcheck.output", folder.toString())::get, name -> null))
                .behaviors(
                        Datasets.load("core").select(new Selection(Set.of(), Set.of(), Set.of(), Set.of(), null, 1, 1)))
                .attacks("render-text")
                .limits(new Limits(0.10, 0.01, 1, 0.5, Limits.Bound.POINT))
                .run();
        try (Stream<Finding> findings = result.findings().stream()) {
            List<Finding> all = findings.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    /** Attacks a model at this address and checks that its client sent the image. */
    private Finding shown(Answer answer, Function<String, Target> modelAt) throws Exception {
        try (LoopbackServer server = LoopbackServer.start(answer)) {
            Finding finding = finding(modelAt.apply(server.uri("/v1").toString()));
            assertThat(server.requests()).hasSize(1);
            JsonNode content =
                    Json.MAPPER.readTree(server.requests().get(0).body()).at("/messages/0/content");
            assertShowsTheImage(finding, content);
            return finding;
        }
    }

    private static void assertShowsTheImage(Finding finding, JsonNode content) throws IOException {
        assertThat(content.at("/0/text").asText()).contains("image").doesNotContain(finding.behavior());
        String url = content.at("/1/image_url/url").asText();
        assertThat(url).startsWith(DATA_URL);
        byte[] bytes = Base64.getDecoder().decode(url.substring(DATA_URL.length()));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(512, 512);
        long dark = 0;
        for (int i = 0; i < 512 * 512; i++) {
            dark += (image.getRGB(i % 512, i / 512) & 0xFF) < 0x80 ? 1 : 0;
        }
        assertThat(dark).as("pixels of the text").isGreaterThan(200);
        assertThat(finding.messages().get(0).images()).containsExactly(Image.of("image/png", bytes));
        assertThat(finding.outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void aModelSeesTheImage() throws Exception {
        Finding finding = shown(
                OpenAiAnswers.text(asked -> REFUSAL),
                url -> LangChain4j.target(OpenAiChatModel.builder()
                        .baseUrl(url)
                        .apiKey("none")
                        .modelName("m")
                        .build()));

        assertThat(journal())
                .contains(finding.messages().get(0).images().get(0).sha256())
                .doesNotContain("iVBORw0KGgo");
    }

    @Test
    void aStreamingModelSeesTheImage() throws Exception {
        shown(
                OpenAiAnswers.stream(List.of(REFUSAL), false),
                url -> LangChain4j.target(OpenAiStreamingChatModel.builder()
                        .baseUrl(url)
                        .apiKey("none")
                        .modelName("m")
                        .build()));
    }

    @Test
    void anAppThatTakesTextIsAnErrorAndNotARefusal() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Target app = Targets.of((Function<String, String>) text -> {
            calls.incrementAndGet();
            return REFUSAL;
        });

        Finding finding = finding(app);

        assertThat(finding.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(finding.error()).contains("This target takes no images: ");
        assertThat(calls).hasValue(0);
        assertThat(finding.queries()).isZero();
    }

    @Test
    void anotherImageIsAnotherRecording() {
        Map<String, ?> one = recorded("AAAA");

        assertThat(one).isEqualTo(recorded("AAAA")).isNotEqualTo(recorded("AAAB"));
        assertThat(one.toString()).contains("read it").doesNotContain("AAAA");
    }

    private static Map<String, ?> recorded(String base64) {
        return RecordedRequests.of(
                ChatRequest.builder()
                        .messages(UserMessage.from(TextContent.from("read it"), ImageContent.from(base64, "image/png")))
                        .build(),
                null);
    }

    private String journal() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
