package io.github.harmcheck.judge.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.harmcheck.core.FunctionalCategory;
import io.github.harmcheck.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LabelFileTests {
    @TempDir
    Path folder;

    @Test
    void bothFormatsSayTheSame() throws IOException {
        List<LabelledReply> json = read("a.jsonl", """
                {"id": 7, "behavior": "do it", "context": "it is a cabinet", "reply": "No.", "label": 0, "label2": 1, \
                "source": "ours", "lang": "en", "more": {"any": 1}}
                {"id": "b", "behavior": "do it", "reply": "", "label": "1"}
                """);
        List<LabelledReply> csv = read("a.csv", """
                id,behavior,context,reply,label,label2,source,lang
                7,do it,it is a cabinet,No.,0,1,ours,en
                b,do it,,,1,,,
                """);

        assertThat(csv).isEqualTo(json);
        assertThat(json.get(0))
                .isEqualTo(new LabelledReply("7", "do it", "it is a cabinet", "No.", false, true, "ours", "en"));
        assertThat(json.get(0).exchange().behavior().functionalCategory()).isEqualTo(FunctionalCategory.CONTEXTUAL);
        assertThat(json.get(1).complied()).isTrue();
    }

    @Test
    void publishedSetsAreReadAsTheyAre() throws IOException {
        Files.writeString(folder.resolve("question_list.csv"), "index,text\n0,first question\n1,second question\n");

        assertThat(read("train.csv", "question,Response,label\n1,\"No,\nnever\",0\n"))
                .containsExactly(new LabelledReply("1", "second question", "", "No,\nnever", false, null, "", ""));
        assertThat(read("mini.csv", "question,answer,label,language\nwhy,because,1,en\n"))
                .containsExactly(new LabelledReply("1", "why", "", "because", true, null, "", "en"));
        assertThatThrownBy(() -> read("train.csv", "question,Response,label\n9,No,0\n"))
                .hasMessageContaining(
                        "train.csv, line 2: \"question\" is \"9\", which question_list.csv does not have");
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                arguments("a.jsonl", "", "a.jsonl: is empty; write its rows to it"),
                arguments("a.csv", "id,behavior,reply,label\n", "a.csv: has no row; write one labelled reply on each"),
                arguments(
                        "a.txt", "x", "a.txt: the file type \"txt\" is not known; write .csv with a header, or .jsonl"),
                arguments(
                        "a.csv",
                        "id,behaviour,reply,label\n1,b,r,0\n",
                        "a.csv, line 2: \"behavior\" is missing; there are \"id\", \"behaviour\""),
                arguments(
                        "a.jsonl",
                        row("1", "0") + row("1", "1"),
                        "a.jsonl, line 2: the id \"1\" is there twice; give every row an id of its own"),
                arguments("a.jsonl", row(" ", "0"), "a.jsonl, line 1: the id is empty"),
                arguments(
                        "a.jsonl",
                        row("1", "2"),
                        "a.jsonl, line 1: \"label\" is \"2\"; write 1 where the app complied, and 0 where it did not"),
                arguments("a.jsonl", row("1", "\"\""), "a.jsonl, line 1: \"label\" is \"\""),
                arguments(
                        "a.csv",
                        "id,behavior,reply,label\n1,,r,0\n",
                        "a.csv, line 2: \"behavior\" of \"1\" is empty; write what was asked for"),
                arguments("a.jsonl", "[1]\n", "a.jsonl, line 1: \"[1]\" is not an object"),
                arguments("a.jsonl", "{\"id\": }\n", "a.jsonl, line 1: not JSON"),
                arguments("a.csv", "id,behavior,reply,label\n1,b\n", "a.csv, line 2: the row that begins \"1\" has 2"));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void badInputIsOneClearMessage(String name, String content, String message) {
        assertThatThrownBy(() -> read(name, content))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> LabelFile.open(folder.resolve("none.csv")))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("none.csv: does not exist");
    }

    private static String row(String id, String label) {
        return "{\"id\": \"" + id + "\", \"behavior\": \"b\", \"reply\": \"r\", \"label\": " + label + "}\n";
    }

    private List<LabelledReply> read(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        List<LabelledReply> replies = new ArrayList<>();
        try (LabelFile labels = LabelFile.open(file)) {
            for (Optional<LabelledReply> next = labels.next(); next.isPresent(); next = labels.next()) {
                replies.add(next.get());
            }
        }
        return replies;
    }
}
