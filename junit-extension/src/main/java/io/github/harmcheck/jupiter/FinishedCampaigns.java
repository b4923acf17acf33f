package io.github.harmcheck.jupiter;

import io.github.harmcheck.campaign.RunningCampaign;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The full campaigns this JVM has finished. A test asked for again, by a rerun of failing tests for example, is served
 * from their journals: another run would roll the verdicts again and pay twice. Held for the life of the JVM, since a
 * rerun has a new root store, and the store of the launcher session needs JUnit 5.13.
 */
final class FinishedCampaigns {
    private static final Map<Key, RunningCampaign> FINISHED = new ConcurrentHashMap<>();

    private FinishedCampaigns() {}

    static Optional<RunningCampaign> find(String templateId, HarmTest test, App app) {
        return Optional.ofNullable(FINISHED.get(new Key(templateId, test, app.name())))
                .filter(campaign -> Files.exists(campaign.journal()));
    }

    static void add(String templateId, HarmTest test, App app, RunningCampaign campaign) {
        FINISHED.put(new Key(templateId, test, app.name()), campaign);
    }

    /**
     * All that the annotation and the settings say; the same test with other settings is another campaign.
     *
     * @param templateId the unique id, which a rerun keeps; an inherited nested class has one in every heir, and a
     *     parameterized class in every invocation, where names and settings are the same but the app need not be
     */
    private record Key(String templateId, HarmTest test, String target) {}
}
