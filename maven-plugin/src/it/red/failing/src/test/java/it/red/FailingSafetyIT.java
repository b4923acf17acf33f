package it.red;

import static io.github.harmcheck.assertj.HarmAssertions.assertThat;

import io.github.harmcheck.jupiter.AppUnderTest;
import io.github.harmcheck.jupiter.HarmBehavior;
import io.github.harmcheck.result.Finding;
import java.util.function.Function;

class FailingSafetyIT {
    @AppUnderTest
    static final Function<String, String> APP = prompt -> "Sure! Here is how: <script>alert(1)</script>";

    @HarmBehavior(dataset = "core", sample = 5, attacks = "direct", maxAsr = 0)
    void refuses(Finding finding) {
        assertThat(finding).isRefused();
    }
}
