package io.github.harmcheck.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.harmcheck.core.Behavior;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong file ends in one message that names file, line, value and fix. */
class BadInputTests {
    private static final String HEADER = "Behavior,FunctionalCategory,SemanticCategory,Tags,ContextString,BehaviorID\n";
    private static final String CATEGORIES = "known are chemical_biological, copyright, customer_data_leak,"
            + " cybercrime_intrusion, forbidden_tool_call, harassment_bullying, harmful, household, illegal,"
            + " link_exfiltration, medical, misinformation_disinformation, nature, off_policy_promise, other,"
            + " overlong_output, system_prompt_leak, uncategorized";

    @TempDir
    Path folder;

    static Stream<Arguments> wrongFiles() {
        return Stream.of(
                arguments(
                        "missing column",
                        "a.csv",
                        "Behavior,FunctionalCategory,SemanticCategory,Tags,BehaviorID\nx,standard,illegal,,a\n",
                        "a.csv, line 1: the column \"ContextString\" is missing; the header has \"Behavior\","
                                + " \"FunctionalCategory\", \"SemanticCategory\", \"Tags\", \"BehaviorID\"; add it, with"
                                + " empty fields where there is no value"),
                arguments(
                        "misspelt column",
                        "a.csv",
                        HEADER.replace("Tags", "Tag") + "x,standard,illegal,,,a\n",
                        "a.csv, line 1: the column \"Tags\" is missing; the header has \"Behavior\","
                                + " \"FunctionalCategory\", \"SemanticCategory\", \"Tag\", \"ContextString\","
                                + " \"BehaviorID\"; rename \"Tag\" to it"),
                arguments(
                        "column twice",
                        "a.csv",
                        HEADER.replace("Tags", "Behavior") + "x,standard,illegal,,,a\n",
                        "a.csv, line 1: the column \"Behavior\" is there twice; remove or rename one"),
                arguments(
                        "duplicate id",
                        "a.csv",
                        HEADER + "x,standard,illegal,,,a\n\"y\nz\",standard,illegal,,,b\nw,standard,illegal,,,a\n",
                        "a.csv, line 5: the id \"a\" is already used in line 2; give each behavior an id of its own"),
                arguments(
                        "unterminated quote",
                        "a.csv",
                        HEADER + "x,standard,illegal,,,a\n\"y,standard,illegal,,,b\nz,standard,illegal,,,c\n",
                        "a.csv, line 3: Unclosed quoted field at end of input (record starting at line 3); close each"
                                + " double quote, and write one inside a quoted field twice"),
                arguments(
                        "quote that swallows rows",
                        "a.csv",
                        HEADER + "\"x,standard,illegal,,,a\n\"y\",standard,illegal,,,b\n",
                        "a.csv, line 2: Unexpected character after closing quote: 'y' (0x79) (record starting at line"
                                + " 2); close each double quote, and write one inside a quoted field twice"),
                arguments(
                        "too few fields",
                        "a.csv",
                        HEADER + "x,standard,illegal,a\n",
                        "a.csv, line 2: the row that begins \"x\" has 4 fields, and the header has 6; put fields with"
                                + " commas or line breaks in double quotes"),
                arguments(
                        "too many fields",
                        "a.csv",
                        HEADER + "x, y,standard,illegal,,,a\n",
                        "a.csv, line 2: the row that begins \"x\" has 7 fields, and the header has 6; put fields with"
                                + " commas or line breaks in double quotes"),
                arguments("empty file", "a.csv", "", "a.csv: is empty; write its rows to it"),
                arguments("blank file", "a.jsonl", " \n\n", "a.jsonl: is empty; write its rows to it"),
                arguments("header only", "a.csv", HEADER, "a.csv: has no behaviors; write at least one"),
                arguments(
                        "no behaviors",
                        "a.json",
                        "{\"behaviors\": []}",
                        "a.json: has no behaviors; write at least one"),
                arguments(
                        "unknown category",
                        "a.csv",
                        HEADER + "x,standard,cybercrime,,,a\n",
                        "a.csv, line 2: unknown semantic category \"cybercrime\"; did you mean"
                                + " \"cybercrime_intrusion\"?; " + CATEGORIES
                                + " (a file in HarmCheck's own format may declare more in \"categories\" of its header)"),
                arguments(
                        "unknown functional category",
                        "a.csv",
                        HEADER + "x,contextal,illegal,,,a\n",
                        "a.csv, line 2: unknown functional category \"contextal\"; did you mean \"contextual\"?; known"
                                + " are standard, contextual, copyright, multimodal"),
                arguments(
                        "contextual without context",
                        "a.csv",
                        HEADER + "x,contextual,illegal,,,a\n",
                        "a.csv, line 2: the behavior \"a\" is contextual and has no context; add the context, or make it"
                                + " standard"),
                arguments(
                        "id that is no part of an id",
                        "a.csv",
                        HEADER + "x,standard,illegal,,,../a\n",
                        "a.csv, line 2: the id \"../a\" is not 1 to 120 letters, digits or . _ + -; rename it"),
                arguments(
                        "no id",
                        "a.csv",
                        HEADER + "x,standard,illegal,,,\n",
                        "a.csv, line 2: the id is missing; give each behavior an id of its own"),
                arguments(
                        "no text",
                        "a.csv",
                        HEADER + " ,standard,illegal,,,a\n",
                        "a.csv, line 2: the behavior \"a\" has no text; write it or remove it"),
                arguments(
                        "misspelt field",
                        "a.jsonl",
                        "{\"id\":\"a\",\"behavior\":\"x\"}\n{\"id\":\"b\",\"behavior\":\"x\",\"contxt\":\"y\"}\n",
                        "a.jsonl, line 2: unknown field \"contxt\"; did you mean \"context\"?; known are id, behavior,"
                                + " functionalCategory, semanticCategory, context, tags, split, canary, forbiddenText,"
                                + " forbiddenTool, forbiddenLink, maxReplyChars"),
                arguments(
                        "misspelt header field",
                        "a.jsonl",
                        "{\"harmcheck\":1,\"licence\":\"MIT\"}\n{\"id\":\"a\",\"behavior\":\"x\"}\n",
                        "a.jsonl, line 1: unknown field \"licence\"; did you mean \"license\"?; known are harmcheck,"
                                + " name, version, description, license, categories, slots"),
                arguments(
                        "later format",
                        "a.jsonl",
                        "{\"harmcheck\":2}\n{\"id\":\"a\",\"behavior\":\"x\"}\n",
                        "a.jsonl, line 1: \"harmcheck\" is \"2\"; this version of HarmCheck reads format 1"),
                arguments(
                        "second header",
                        "a.jsonl",
                        "{\"harmcheck\":1}\n{\"id\":\"a\",\"behavior\":\"x\"}\n{\"harmcheck\":1}\n",
                        "a.jsonl, line 3: a header may only be the first line; move it there, or remove it"),
                arguments(
                        "name that is no part of an id",
                        "a.jsonl",
                        "{\"harmcheck\":1,\"name\":\"my set\"}\n{\"id\":\"a\",\"behavior\":\"x\"}\n",
                        "a.jsonl, line 1: the name \"my set\" is not 1 to 120 letters, digits or . _ + -; rename the"
                                + " dataset"),
                arguments(
                        "two objects on a line",
                        "a.jsonl",
                        "{\"id\":\"a\",\"behavior\":\"x\"} {\"id\":\"b\",\"behavior\":\"x\"}\n",
                        "a.jsonl, line 1: more than one JSON value on the line that begins"
                                + " \"{\"id\":\"a\",\"behavior\":\"x\"} {\"id\":\"b\",\"behavior\":\"x\"}\"; write one object"
                                + " on each line"),
                arguments(
                        "not an object",
                        "a.jsonl",
                        "{\"id\":\"a\",\"behavior\":\"x\"}\n[\"b\"]\n",
                        "a.jsonl, line 2: \"[\"b\"]\" is not an object; write {\"id\": …, \"behavior\": …}"),
                arguments(
                        "wrong type",
                        "a.jsonl",
                        "{\"id\":\"a\",\"behavior\":\"x\",\"tags\":\"y\"}\n",
                        "a.jsonl, line 1: \"tags\" is \"y\"; write a list of texts"),
                arguments(
                        "advice without unsafe side",
                        "a.jsonl",
                        "{\"id\":\"a\",\"scenario\":\"If you fall,\",\"safe\":[\"get up.\"]}\n",
                        "a.jsonl, line 1: the scenario \"If you fall,\" has no unsafe advice; write at least one piece in"
                                + " \"unsafe\""),
                arguments(
                        "half of a surrogate pair",
                        "a.jsonl",
                        "{\"id\":\"a\",\"behavior\":\"x\\ud83d\"}\n",
                        "a.jsonl, line 1: the text \"x\\ud83d\" has half of a surrogate pair; write the whole character"),
                arguments(
                        "header below the behaviors",
                        "a.json",
                        "{\"behaviors\": [{\"id\":\"a\",\"behavior\":\"x\"}],\n\"name\": \"n\"}",
                        "a.json, line 2: the field \"name\" follows the list \"behaviors\"; move it above the list, which"
                                + " is read last"),
                arguments(
                        "no list of behaviors",
                        "a.json",
                        "{\"harmcheck\": 1,\n\"name\": \"n\"}",
                        "a.json, line 2: the list \"behaviors\" is missing; add it"),
                arguments(
                        "list at the top",
                        "a.json",
                        "[]",
                        "a.json, line 1: the file is not a JSON object; write {\"behaviors\": […]}"),
                arguments(
                        "text after the end",
                        "a.json",
                        "{\"behaviors\": [{\"id\":\"a\",\"behavior\":\"x\"}]}\n{}",
                        "a.json, line 2: text follows the end of the JSON object; remove it"),
                arguments(
                        "SafeText with another side",
                        "a.json",
                        "{\"If a,\": {\"unsafe\": [\"b.\"], \"safer\": []}}",
                        "a.json, line 1: unknown field \"safer\"; did you mean \"safe\"?; known are safe, unsafe"),
                arguments(
                        "unknown columns",
                        "a.csv",
                        "one,two\n1,2\n",
                        "a.csv, line 1: no format fits the file type \"csv\" and the beginning \"one,two\\n1,2\\n\"; use"
                                + " one of HarmBench text CSV"
                                + " (Behavior,FunctionalCategory,SemanticCategory,Tags,ContextString,BehaviorID);"
                                + " HarmBench multimodal CSV"
                                + " (Behavior,BehaviorID,FunctionalCategory,SemanticCategory,ImageFileName,Source,"
                                + "ImageDescription,RedactedImageDescription,Tags); AdvBench CSV"
                                + " (Behavior,Category,Tags,ContextString,BehaviorID); AdvBench CSV (goal,target);"
                                + " SafeText JSON ({scenario: {\"safe\": […], \"unsafe\": […]}}); HarmCheck JSON (.json"
                                + " with the list \"behaviors\"); HarmCheck JSON Lines (.jsonl)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongFiles")
    void isOneMessageWithFileLineValueAndFix(String what, String fileName, String content, String message) {
        assertThatExceptionOfType(DatasetException.class)
                .as(what)
                .isThrownBy(() ->
                        MemorySource.dataset(fileName, content).behaviors().toList())
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a.jsonl | {'id':'a','id':'b','behavior':'x'} | id",
                "a.json | {'behaviors': [{'id':'a','id':'b','behavior':'x'}]} | id",
                "a.json | {'name':'a','name':'b','behaviors': []} | name",
                "a.json | {'If a,': {'unsafe': ['b.']}, 'If a,': {'unsafe': ['c.']}} | If a"
            })
    void aFieldTwiceIsAnError(String fileName, String content, String field) {
        // The middle of the message is Jackson's, whose version the user's build may choose.
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> MemorySource.dataset(fileName, content.replace('\'', '"'))
                        .behaviors()
                        .toList())
                .withMessageStartingWith(fileName + ", line 1: not JSON: Duplicate ")
                .withMessageContaining(field)
                .withMessageEndingWith("; correct it");
    }

    @Test
    void untrustedTextCannotBreakTheMessage() {
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> MemorySource.dataset(
                                "a.jsonl", "{\"id\":\"a\\n\\u202e\\u001b[31m%s{0}\",\"behavior\":\"x\"}")
                        .behaviors()
                        .toList())
                .withMessage(
                        "a.jsonl, line 1: the id \"a\\n\\u202e\\u001b[31m%s{0}\" is not 1 to 120 letters, digits or ."
                                + " _ + -; rename it");
    }

    @Test
    void aFolderIsNotADataset() {
        assertWrong(folder, folder + ": is a folder; name one file in it");
    }

    @Test
    void aMissingFileNamesWhereItWasLookedFor() {
        Path file = folder.resolve("no.csv");

        assertWrong(
                file,
                file + ": does not exist (a relative path starts at "
                        + Path.of("").toAbsolutePath() + "); correct the path");
    }

    @Test
    void aLoopOfLinksIsNotADataset() throws IOException {
        Path one = folder.resolve("one.csv");
        Path two = folder.resolve("two.csv");
        Files.createSymbolicLink(one, two);
        Files.createSymbolicLink(two, one);

        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> Datasets.load("file:" + one))
                .withMessageStartingWith(one + ": cannot be opened (")
                .withMessageEndingWith("); name a file that is not behind a loop of symbolic links");
    }

    @Test
    void aLinkToNothingIsNotADataset() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("gone.csv"));

        assertWrong(link, link + ": is a symbolic link to a file that does not exist; correct the link");
    }

    @Test
    void aDeviceIsNotADataset() {
        Path device = Path.of("/dev/zero");
        Assumptions.assumeTrue(Files.exists(device), "this system has no " + device);

        assertWrong(device, device + ": is not a regular file; copy its content to one");
    }

    @Test
    void anotherEncodingIsNotReplacedByQuestionMarks() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "goal,target\nplain,x\nGr\u00fc\u00dfe,x\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> read(file))
                .withMessage(file + ", line 3: the byte 0xFC is not UTF-8; save the file in the encoding UTF-8");
    }

    @Test
    void utf16IsNotRead() throws IOException {
        Path file = folder.resolve("wide.csv");
        Files.write(file, "goal,target\nplain,x\n".getBytes(StandardCharsets.UTF_16));

        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> read(file))
                .withMessage(file + ", line 1: the byte 0xFE is not UTF-8; save the file in the encoding UTF-8");
    }

    @Test
    void aCharacterCutOffAtTheEndIsNotRead() throws IOException {
        Path file = folder.resolve("cut.csv");
        Files.write(file, new byte[] {
            'g', 'o', 'a', 'l', ',', 't', 'a', 'r', 'g', 'e', 't', '\n', 'x', ',', (byte) 0xE2, (byte) 0x82
        });

        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> read(file))
                .withMessage(file + ", line 2: the byte 0xE282 is not UTF-8; save the file in the encoding UTF-8");
    }

    @Test
    void rowsBeforeAWrongOneDoNotMakeAShorterDataset() {
        BehaviorDataset dataset =
                MemorySource.dataset("a.csv", HEADER + "x,standard,illegal,,,a\ny,standard,nonsense,,,b\n");

        assertThat(dataset.name()).isEqualTo("a");
        assertThatExceptionOfType(DatasetException.class).isThrownBy(dataset.behaviors()::count);
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(
                        () -> dataset.select(new Selection(Set.of(), Set.of(), Set.of(), Set.of("a"), null, null, 0)));
    }

    private static void assertWrong(Path file, String message) {
        assertThatExceptionOfType(DatasetException.class)
                .isThrownBy(() -> Datasets.load("file:" + file))
                .withMessage(message);
    }

    private static List<Behavior> read(Path file) {
        try (Stream<Behavior> behaviors = Datasets.load("file:" + file).behaviors()) {
            return behaviors.toList();
        }
    }
}
