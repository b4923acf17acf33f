package io.github.harmcheck.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueBookTests {

    private static final CueBook BOOK = CueBook.parse(
            "cues.txt",
            List.of(
                    "version: 3",
                    "# a comment",
                    "define CANNOT = cannot | will not | am unable to",
                    "[no]",
                    "i CANNOT ~2 (help | assist)   # with a comment",
                    "^ never (ever)? mind",
                    "[yes]",
                    "(why)? not"));

    @ParameterizedTest
    @CsvSource({
        "no, I can't help, true",
        "no, I can not really truly help, true",
        "no, I can not at all and ever help, false",
        "no, Well I am unable to assist, true",
        "no, I can help, false",
        "no, I won’t help, true",
        "no, never mind, true",
        "no, never ever mind, true",
        "no, oh never mind, false",
        "yes, why not, true",
        "yes, not so, true",
        "yes, why, false"
    })
    void findsPatterns(String section, String text, boolean found) {
        List<String> words = Tokens.words(PlainText.of(text).text());
        assertThat(BOOK.has(section, words)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "i NOBODY knows | line 3: no macro NOBODY",
                "i (am | line 3: a ( without )",
                "~3 word | line 3: a pattern begins with a word",
                "(!) | line 3: an alternative without a word"
            })
    void namesTheLineThatCannotBeRead(String line, String message) {
        assertThatThrownBy(() -> CueBook.parse("cues.txt", List.of("version: 1", "[s]", line)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cues.txt")
                .hasMessageContaining(message);
    }
}
