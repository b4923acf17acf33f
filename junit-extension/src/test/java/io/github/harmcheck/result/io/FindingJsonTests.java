package io.github.harmcheck.result.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.core.Image;
import io.github.harmcheck.core.Message;
import io.github.harmcheck.core.ModelCall;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Probe;
import io.github.harmcheck.core.Reply;
import io.github.harmcheck.core.Side;
import io.github.harmcheck.core.ToolCall;
import io.github.harmcheck.core.Usage;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.result.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingJsonTests {

    private static final String HOSTILE = "\"}\n\u2028\u0000 \\u0041 \ud800 \ud83d\ude00 </script> \u00e9";

    private static final Image IMAGE = Image.of("image/png", "the bytes".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-28T16:24:44Z", "2026-11-28T16:24:44.120Z", "2026-11-28T16:24:44.248265385Z"})
    void writesWhatTheMapperWrites(String start) throws IOException {
        assertWrittenAsByTheMapper(full(Instant.parse(start)));
    }

    @Test
    void leavesOutWhatIsAbsent() throws IOException {
        Finding finding = finding(
                List.of(),
                Probe.HARM,
                List.of(),
                List.of(Reply.of("no")),
                null,
                Verdict.of(Outcome.ERROR, false, null, "", "engine", "1"),
                Instant.EPOCH,
                Duration.ZERO,
                Usage.NONE);

        assertWrittenAsByTheMapper(finding);
        assertThat(text(finding)).doesNotContain("null").doesNotContain("decodedText", "score", "model");
    }

    @Test
    void isReadBackWhole() throws IOException {
        Finding finding = full(Instant.parse("2026-11-28T16:24:44.5Z"));

        assertThat(JournalLine.read(JournalLine.write(finding)).finding()).isEqualTo(finding);
    }

    @Test
    void anImageIsWrittenWithoutItsBytes() throws IOException {
        Finding finding = full(Instant.EPOCH);

        assertThat(text(finding))
                .contains("\"images\":[{\"mimeType\":\"image/png\",\"size\":9,\"sha256\":\"" + IMAGE.sha256() + "\"},")
                .doesNotContain("dGhlIGJ5dGVz", "the bytes");
        Message read = Objects.requireNonNull(
                        JournalLine.read(JournalLine.write(finding)).finding())
                .messages()
                .get(1);
        assertThat(read.images()).containsExactly(IMAGE, IMAGE);
        assertThat(read.images().get(0).bytes()).isEmpty();
    }

    @Test
    void aMessageWithoutImagesIsWrittenAndReadAsBefore() throws IOException {
        String line = text(full(Instant.EPOCH));
        assertThat(line).contains("{\"role\":\"SYSTEM\",\"text\":\"be nice\"}");

        assertThat(Objects.requireNonNull(JournalLine.read(line).finding())
                        .messages()
                        .get(0)
                        .images())
                .isEmpty();
    }

    private static void assertWrittenAsByTheMapper(Finding finding) throws IOException {
        byte[] mapped = JournalLine.write(new JournalLine(null, finding, null, null, null));

        assertThat(text(finding)).isEqualTo(new String(mapped, StandardCharsets.US_ASCII));
    }

    private static String text(Finding finding) throws IOException {
        return new String(JournalLine.write(finding), StandardCharsets.US_ASCII);
    }

    private static Finding full(Instant start) {
        Reply reply = new Reply(
                HOSTILE,
                "half " + HOSTILE,
                List.of(new ToolCall("open", "{\"what\":\"" + HOSTILE + "\"}"), new ToolCall("close", "")),
                List.of("doc-1", HOSTILE),
                "stop",
                "a filter",
                true,
                new ModelCall("model", "print", 0.7, 1.0, 512, Long.MAX_VALUE),
                new Usage(2, 31L, 1_000_000_000_000L),
                3);
        return finding(
                List.of("one", HOSTILE),
                new Probe(Probe.Form.CHOICE, Side.SAFE, List.of("first", HOSTILE)),
                List.of(new Message(Message.Role.SYSTEM, "be nice"), Message.user(HOSTILE, List.of(IMAGE, IMAGE))),
                List.of(reply, Reply.of("")),
                HOSTILE,
                new Verdict(Outcome.SUCCEEDED, true, 0.1 + 0.2, HOSTILE, "judge", "7", new Usage(1, null, 9L)),
                start,
                Duration.ofNanos(57_111_771),
                new Usage(4, 5L, null));
    }

    private static Finding finding(
            List<String> tags,
            Probe probe,
            List<Message> messages,
            List<Reply> replies,
            @Nullable String maybe,
            Verdict verdict,
            Instant start,
            Duration latency,
            Usage usage) {
        return new Finding(
                new AttemptKey("set", "b1", "direct", "verbatim", 2),
                "app",
                HOSTILE,
                FunctionalCategory.STANDARD,
                "illegal",
                tags,
                probe,
                messages,
                replies,
                maybe,
                verdict,
                maybe,
                start,
                latency,
                7,
                usage,
                usage,
                maybe);
    }
}
