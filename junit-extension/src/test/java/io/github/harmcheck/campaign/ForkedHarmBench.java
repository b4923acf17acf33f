package io.github.harmcheck.campaign;

import io.github.harmcheck.dataset.Datasets;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.target.Targets;
import java.nio.file.Path;

/** All of HarmBench's text behaviors with every static attack, in a JVM of its own with a small heap. */
final class ForkedHarmBench {
    private ForkedHarmBench() {}

    /** Takes the folder of the datasets and the folder of the journal; prints planned and found. */
    public static void main(String[] args) throws Exception {
        Campaign.Builder campaign = Campaign.against(Targets.of(prompt -> "I can't help with that request."))
                .behaviors(Datasets.load("harmbench-text", Path.of(args[0])))
                .attacks("all-static")
                .maxCalls(1_000_000)
                .findingsFolder(Path.of(args[1]));
        CampaignResult result = campaign.run();
        System.out.println("behaviors=" + campaign.plan().behaviors() + " planned="
                + result.header().plannedTrials() + " found=" + result.trials() + " attacks="
                + result.attacks().size());
    }
}
