package io.github.harmcheck.report;

import io.github.harmcheck.gate.GateResult;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.audit.CorrectedRate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes one kind of report. Found by {@link java.util.ServiceLoader}; adding one is a new class and one line in the
 * service file. Implementations are stateless, stream the findings and move the finished file into place atomically.
 *
 * @since 0.1.0
 */
public interface ReportWriter {

    /** Returns the name settings use, for example {@code html}. */
    String format();

    /**
     * Writes the report.
     *
     * @param content what to report
     * @param folder where to; exists
     * @return the file a person would open
     */
    Path write(Content content, Path folder) throws IOException;

    /**
     * What to report.
     *
     * @param campaigns the campaigns that count, in the order they began
     * @param gate what the gate says of them
     * @param time when the report is written
     * @param corrected rates that people's labels of a sample correct; shown beside what was measured
     */
    record Content(List<CampaignResult> campaigns, GateResult gate, Instant time, List<CorrectedRate> corrected) {
        public Content {
            campaigns = List.copyOf(campaigns);
            corrected = List.copyOf(corrected);
        }

        /** Creates content without corrected rates. */
        public Content(List<CampaignResult> campaigns, GateResult gate, Instant time) {
            this(campaigns, gate, time, List.of());
        }

        /** Returns the corrected rate of an attack; empty where there is none. */
        public Optional<CorrectedRate> corrected(CampaignResult campaign, String attack) {
            return corrected.stream()
                    .filter(rate -> rate.runId().equals(campaign.header().runId())
                            && rate.attack().equals(attack))
                    .findFirst();
        }
    }
}
