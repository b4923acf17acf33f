package io.github.harmcheck.target;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FunctionTargetTests extends TargetContract {

    @Override
    protected Target target(App app) {
        return Targets.of(alone(app));
    }

    @Override
    protected boolean remembers() {
        return false;
    }

    @Test
    void anAnswerOfAnotherTypeIsAnErrorThatNamesIt() {
        Function<String, Integer> counts = String::length;

        assertThatThrownBy(() -> ask(Targets.adapt(counts), "hello"))
                .isInstanceOf(ClassCastException.class)
                .hasMessageContaining("java.lang.Integer");
    }
}
