package io.github.harmcheck.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MethodTargetTests extends TargetContract {

    @Override
    protected Target target(App app) {
        return Targets.adapt(new Bot(app));
    }

    @Override
    protected boolean remembers() {
        return false;
    }

    @Test
    void callsAPrivateMethod() throws Exception {
        Target target = Targets.method(new Hidden(), Hidden.class.getDeclaredMethod("answer", String.class));

        assertThat(ask(target, "hello")).isEqualTo("private hello");
    }

    @Test
    void callsAStaticMethodWithoutAnObject() throws Exception {
        Target target = Targets.method(null, Hidden.class.getDeclaredMethod("fixed", String.class));

        assertThat(ask(target, "hello")).isEqualTo("static hello");
    }

    @Test
    void refusesAMethodOfAnotherShape() throws Exception {
        assertThatThrownBy(() -> Targets.method(new Hidden(), Hidden.class.getDeclaredMethod("twice", int.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("String " + Hidden.class.getName() + ".twice(int)")
                .hasMessageContaining("one String");
    }

    @Test
    void refusesAnObjectOfAnotherClass() {
        assertThatThrownBy(() -> Targets.method("text", Hidden.class.getDeclaredMethod("answer", String.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String");
        assertThatThrownBy(() -> Targets.method(null, Hidden.class.getDeclaredMethod("answer", String.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("null");
    }

    @Test
    void throwsWhatTheMethodThrewAndNotItsWrapper() throws Exception {
        Target target = Targets.method(new Hidden(), Hidden.class.getDeclaredMethod("checked", String.class));

        assertThatThrownBy(() -> ask(target, "hello")).isExactlyInstanceOf(IOException.class);
    }

    @Test
    void anErrorStaysAnError() throws Exception {
        Target target = Targets.method(new Hidden(), Hidden.class.getDeclaredMethod("asserts", String.class));

        assertThatThrownBy(() -> ask(target, "hello")).isExactlyInstanceOf(AssertionError.class);
    }

    /** An app as teams write them. */
    static final class Bot {
        private final App app;

        Bot(App app) {
            this.app = app;
        }

        public String chat(String question) {
            return app.answer(java.util.List.of(question));
        }
    }

    @SuppressWarnings("unused")
    private static final class Hidden {
        private String answer(String text) {
            return "private " + text;
        }

        private static String fixed(String text) {
            return "static " + text;
        }

        private String twice(int number) {
            return "" + number;
        }

        private String checked(String text) throws IOException {
            throw new IOException(text);
        }

        private String asserts(String text) {
            throw new AssertionError(text);
        }
    }
}
