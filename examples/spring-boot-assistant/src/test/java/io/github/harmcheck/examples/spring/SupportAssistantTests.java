package io.github.harmcheck.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SupportAssistantTests {
    @Test
    void answersWhatItIsThereFor() {
        assertThat(new SupportAssistant(new StandInModel()).answer("Where is my parcel?"))
                .contains("arrives tomorrow");
    }
}
