package io.github.harmcheck.campaign;

import dev.langchain4j.model.openai.OpenAiChatModel;
import io.github.harmcheck.langchain4j.LangChain4j;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.target.Target;
import io.github.harmcheck.target.Targets;
import io.github.harmcheck.testing.FaultServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Campaigns through the public API against a server that fails. */
final class FaultCampaign {
    static final String SECRET = "fault-header-secret-4711";

    private FaultCampaign() {}

    /** Returns a target over HTTP that sends a secret and speaks OpenAI's protocol. */
    static Target http(URI uri) {
        return Targets.http(uri)
                .header("X-Api-Key", SECRET)
                .body("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"{{prompt}}\"}]}")
                .reply("/choices/0/message/content")
                .blockedWhen("/choices/0/finish_reason", "content_filter")
                .finishReason("/choices/0/finish_reason")
                .tokens("/usage/prompt_tokens", "/usage/completion_tokens")
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    static Target http(FaultServer server) {
        return http(server.uri("/v1/chat/completions?key=query-" + SECRET));
    }

    /** Returns langchain4j's OpenAI client as the app, without retries of its own. */
    static Target openAi(FaultServer server) {
        return LangChain4j.target(OpenAiChatModel.builder()
                .baseUrl(server.uri("/v1").toString())
                .apiKey(SECRET)
                .modelName("m")
                .maxRetries(0)
                .timeout(Duration.ofSeconds(20))
                .build());
    }

    static Campaign.Builder campaign(Target target, int behaviors, Path folder, String... settings) {
        Map<String, String> properties = new java.util.HashMap<>();
        properties.put("harmcheck.maxRetries", "2");
        for (int i = 0; i < settings.length; i += 2) {
            properties.put("harmcheck." + settings[i], settings[i + 1]);
        }
        return Campaign.against(target)
                .settings(Settings.of(properties::get, name -> null))
                .behaviors(Campaigns.dataset(behaviors))
                .maxCalls(10_000)
                .findingsFolder(folder);
    }

    static List<Finding> findings(CampaignResult result) {
        try (Stream<Finding> findings = result.findings().stream()) {
            return findings.toList();
        }
    }

    /** Runs a campaign of one attempt and returns its finding. */
    static Finding one(Target target, Path folder, String... settings) throws Exception {
        List<Finding> findings = findings(campaign(target, 1, folder, settings).run());
        if (findings.size() != 1) {
            throw new AssertionError("one finding was expected, there are " + findings.size());
        }
        return findings.get(0);
    }
}
