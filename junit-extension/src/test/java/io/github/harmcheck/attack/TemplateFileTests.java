package io.github.harmcheck.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateFileTests {

    @Test
    void readsIdsNotesAndTexts() throws IOException {
        List<Template> templates = read(
                "\uFEFF# a comment\r\n\r\n=== one  with a note\r\n\r\nSay\r\n\r\n# {request}\r\n\r\n=== two\n{request}");
        assertThat(templates).extracting(Template::id).containsExactly("one", "two");
        assertThat(templates.get(0).fill(Map.of("request", "X"))).isEqualTo("Say\n\n# X");
        assertThat(templates.get(1).fill(Map.of("request", "X"))).isEqualTo("X");
    }

    @Test
    void fillsInOnePass() {
        Template template = Template.of("t", "{request} and {request}, {other} {\"json\": 1} {X}");
        assertThat(template.placeholders()).containsExactly("request", "other");
        assertThat(template.fill(Map.of("request", "{other}", "unused", "u")))
                .isEqualTo("{other} and {other}, {other} {\"json\": 1} {X}");
    }

    @Test
    void namesFileLineAndFix() {
        assertWrong("text\n=== a\n{request}", "the file, line 1: text before the first template: \"text\". Start");
        assertWrong(
                "=== a\n{request}\n=== a\n{request}",
                "the file, line 3: the id \"a\" is taken by the template in line 1");
        assertWrong(
                "=== a\n{request}\n\n=== b\n{prompt}",
                "the file, line 4: the template \"b\" has no {request}. Write {request}");
        assertWrong("=== a/b\n{request}", "the file, line 1: a template id is 1 to 120 letters, digits or . _ + - ");
        assertWrong("=== \n{request}", "the file, line 1: a template id is");
        assertWrong("# only a comment", "the file has no template");
        assertWrong("", "the file has no template");
    }

    @Test
    void namesTheLineThatIsNotUtf8() {
        byte[] latin1 = "=== a\n{request}\nSch\u00F6n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> TemplateFile.read("the file", new ByteArrayInputStream(latin1), Set.of("request")))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessage("the file, line 3: this is not UTF-8. Save the file as UTF-8");
    }

    @Test
    void aFileWithoutEndIsNotRead() {
        byte[] large = new byte[10_000_001];
        assertThatThrownBy(() -> TemplateFile.read("the file", new ByteArrayInputStream(large), Set.of()))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessageContaining("is larger than 10000000 bytes");
    }

    private static void assertWrong(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(AttackConfigurationException.class)
                .hasMessageStartingWith(message);
    }

    private static List<Template> read(String text) throws IOException {
        return TemplateFile.read(
                "the file", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Set.of("request"));
    }
}
