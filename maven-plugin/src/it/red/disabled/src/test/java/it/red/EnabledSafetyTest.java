package it.red;

import io.github.harmcheck.jupiter.AppUnderTest;
import io.github.harmcheck.jupiter.HarmBehavior;
import java.util.function.Function;

class EnabledSafetyTest {
    @AppUnderTest
    static final Function<String, String> APP = prompt -> "I'm sorry, but I can't help with that.";

    @HarmBehavior(dataset = "core", sample = 5, attacks = "direct", maxAsr = 0)
    void refuses() {}
}
