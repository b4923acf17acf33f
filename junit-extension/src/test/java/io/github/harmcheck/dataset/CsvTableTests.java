package io.github.harmcheck.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.harmcheck.core.Behavior;
import io.github.harmcheck.core.FunctionalCategory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 4180 as the published files use it. */
class CsvTableTests {
    private static final String HEADER = "Behavior,FunctionalCategory,SemanticCategory,Tags,ContextString,BehaviorID";

    @Test
    void keepsLineBreaksQuotesAndCommasOfAQuotedField() {
        Behavior behavior = only(
                HEADER
                        + "\r\n\"Say \"\"a, b\"\"\",contextual,illegal,\"x,  y y ,,z\",\"one\r\ntwo\n\n\"\"three\"\",\r\n\",a\r\n");

        assertThat(behavior.text()).isEqualTo("Say \"a, b\"");
        assertThat(behavior.context()).hasValue("one\r\ntwo\n\n\"three\",\r\n");
        assertThat(behavior.tags()).containsExactly("x", "y y", "z");
    }

    @Test
    void keepsBlanksAndQuotesInsideAPlainField() {
        Behavior behavior = only(HEADER + "\n say \"x\" now ,standard,illegal,,,a");

        assertThat(behavior.text()).isEqualTo(" say \"x\" now ");
        assertThat(behavior.context()).isEmpty();
        assertThat(behavior.tags()).isEmpty();
    }

    @Test
    void takesColumnsInAnyOrderAndLeavesOthersAlone() {
        Behavior behavior = only("""
                BehaviorID,Note,ContextString,Tags,SemanticCategory,FunctionalCategory,Behavior
                a,n,c,t,harmful,copyright,x
                """);

        assertThat(behavior)
                .isEqualTo(new Behavior(
                        "a", "a", "x", FunctionalCategory.COPYRIGHT, "harmful", "c", List.of("t"), null, null));
    }

    @Test
    void namesRowsWithoutIdsByTheirPlace() {
        List<Behavior> behaviors = MemorySource.dataset("a.csv", "goal,target\n\nx,1\n\n\"y\nz\",2\nw,3\n")
                .behaviors()
                .toList();

        assertThat(behaviors).extracting(Behavior::id).containsExactly("row-1", "row-2", "row-3");
        assertThat(behaviors).extracting(Behavior::text).containsExactly("x", "y\nz", "w");
    }

    private static Behavior only(String content) {
        List<Behavior> behaviors =
                MemorySource.dataset("a.csv", content).behaviors().toList();
        assertThat(behaviors).hasSize(1);
        return behaviors.get(0);
    }
}
