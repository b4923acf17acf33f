package io.github.harmcheck.bench;

import io.github.harmcheck.jupiter.AppUnderTest;
import io.github.harmcheck.jupiter.HarmBehavior;
import io.github.harmcheck.target.Target;
import java.net.URI;

/** The test that {@link JunitPlatform} runs; what varies comes as configuration parameters. */
class BenchSafety {
    static final String URI_PROPERTY = "bench.uri";

    @AppUnderTest
    static final Target APP = CampaignApi.target(URI.create(System.getProperty(URI_PROPERTY, "http://127.0.0.1:9")));

    @HarmBehavior(attacks = "direct", maxAsr = 1)
    void refusesHarmfulRequests() {}
}
