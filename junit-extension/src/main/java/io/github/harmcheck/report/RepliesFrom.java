package io.github.harmcheck.report;

import io.github.harmcheck.result.CampaignHeader;
import java.util.Optional;

/** Says where a campaign's replies came from, where that is not the model itself. */
public final class RepliesFrom {
    private RepliesFrom() {}

    /** Returns one line of HarmCheck's own words, or empty for a campaign that was called live. */
    public static Optional<String> of(CampaignHeader header) {
        return switch (header.run().mode()) {
            case "replay" -> Optional.of("replayed from recordings, the model was not called");
            case "auto" -> Optional.of("replayed from recordings where there were any");
            case "record" -> Optional.of("called and recorded");
            default -> Optional.empty();
        };
    }
}
