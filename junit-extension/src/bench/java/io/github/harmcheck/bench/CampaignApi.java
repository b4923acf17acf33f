package io.github.harmcheck.bench;

import io.github.harmcheck.campaign.Campaign;
import io.github.harmcheck.dataset.Datasets;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.target.Target;
import io.github.harmcheck.target.Targets;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A campaign by hand, as a user writes it: dataset file, HTTP target, offline judge, journal, result. */
final class CampaignApi implements Contestant {
    private @Nullable Target target;

    /** Returns an HTTP target for the endpoint. */
    static Target target(URI uri) {
        return Targets.http(uri)
                .body(Chat.REQUEST_TEMPLATE)
                .reply(Chat.REPLY_POINTER)
                .build();
    }

    @Override
    public void run(Job job) throws Exception {
        Path dataset = Chat.dataset(job.datasets(), job.attempts());
        Target app = target;
        if (app == null) {
            app = target(job.uri());
            target = app;
        }
        CampaignResult result = Campaign.against(app)
                .behaviors(Datasets.load("file:" + dataset))
                .attacks("direct")
                .concurrency(job.concurrency())
                .maxCalls(job.attempts())
                .findingsFolder(job.folder().resolve("findings"))
                .run();
        Contestant.require(
                result.trials() == job.attempts() && result.errors() == 0,
                result.trials() + " attempts, " + result.errors() + " errors");
    }
}
