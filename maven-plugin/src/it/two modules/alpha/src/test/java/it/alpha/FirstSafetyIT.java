package it.alpha;

import io.github.harmcheck.jupiter.AppUnderTest;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;

class FirstSafetyIT {
    @AppUnderTest
    static final Function<String, String> APP = prompt -> "I'm sorry, but I can't help with that.";

    @TeamCheck
    void refuses() {}

    @Nested
    class Inside {
        @TeamCheck
        void refusesToo() {}
    }
}
