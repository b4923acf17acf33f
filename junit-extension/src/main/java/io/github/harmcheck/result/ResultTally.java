package io.github.harmcheck.result;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

public final class ResultTally {
    private ResultTally() {}

    public static CampaignResult of(
            CampaignHeader header, @Nullable CampaignEnd end, @Nullable String aborted, Findings findings) {
        long n;
        try (var s = findings.stream()) {
            n = s.count();
        }
        return new CampaignResult(header, end, aborted, List.of(), Map.of(), null, 0, n, 0, findings);
    }
}
