package io.github.harmcheck.recording;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.harmcheck.target.Target;
import io.github.harmcheck.target.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpaqueTargetsTests {
    private final Target opaque = Targets.of("shop", request -> "no");

    @ParameterizedTest
    @EnumSource(value = RecordMode.class, names = "LIVE", mode = EnumSource.Mode.EXCLUDE)
    void anAppOfWhichNothingCanBeRecordedIsRefusedWithThreeFixes(RecordMode mode) {
        assertThatThrownBy(() -> OpaqueTargets.check(opaque, mode, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "\"shop\"",
                        "LangChain4j.recording(model)",
                        "RecordingProxy.start(upstream)",
                        "@AppUnderTest(fingerprint =");
    }

    @Test
    void aBoundaryOrAFingerprintOrALiveRunIsEnough() {
        assertThatCode(() -> OpaqueTargets.check(opaque, RecordMode.LIVE, false))
                .doesNotThrowAnyException();
        assertThatCode(() -> OpaqueTargets.check(opaque, RecordMode.REPLAY, true))
                .doesNotThrowAnyException();
        Target declared = Targets.named("shop", Targets.fingerprinted(opaque, "pom.xml"));
        assertThatCode(() -> OpaqueTargets.check(declared, RecordMode.REPLAY, false))
                .doesNotThrowAnyException();
    }
}
