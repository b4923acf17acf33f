package io.github.harmcheck.result.audit;

import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.io.JournalReader;
import io.github.harmcheck.result.io.Reviews;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the campaigns of a folder that an audit may be about: of each test and target the newest that ran to its end, no
 * partial run, no shard, no reference.
 *
 * @since 0.1.0
 */
public final class NewestCampaigns {
    private NewestCampaigns() {}

    /**
     * Reads the campaigns.
     *
     * @param findings folder of journals
     * @param reviews file of reviews; one that does not exist has none
     * @throws IOException where a journal cannot be believed; the message names file and line
     */
    public static List<CampaignResult> in(Path findings, Path reviews) throws IOException {
        Reviews known = Reviews.read(reviews);
        Map<List<String>, CampaignResult> newest = new LinkedHashMap<>();
        for (Path journal : JournalReader.journals(findings)) {
            CampaignResult campaign = JournalReader.read(journal, known);
            CampaignHeader header = campaign.header();
            boolean whole = campaign.end()
                            .map(end -> end.status() == CampaignEnd.Status.FINISHED)
                            .orElse(false)
                    && campaign.abortedReason() == null;
            if (whole
                    && !header.partial()
                    && !header.reference()
                    && header.run().shard() == null) {
                newest.merge(
                        List.of(String.valueOf(header.testClass()), header.title(), header.target()),
                        campaign,
                        (one, other) ->
                                one.header().start().isAfter(other.header().start()) ? one : other);
            }
        }
        return new ArrayList<>(newest.values());
    }
}
