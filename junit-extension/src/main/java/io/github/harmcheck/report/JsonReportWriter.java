package io.github.harmcheck.report;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.harmcheck.gate.GateResult;
import io.github.harmcheck.internal.AtomicFiles;
import io.github.harmcheck.internal.Json;
import io.github.harmcheck.result.AttackSuccessRate;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.CascadeShare;
import io.github.harmcheck.result.EarlyEnd;
import io.github.harmcheck.result.HarmfulnessScores;
import io.github.harmcheck.result.MetamorphicRelation;
import io.github.harmcheck.result.StoppedAttack;
import io.github.harmcheck.result.audit.CorrectedRate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code results.json}: the gate's verdict, the campaigns and their rates, for other programs. It holds no
 * prompts and no replies. Fields may be added within one schema number, none is renamed or dropped. Stateless,
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class JsonReportWriter implements ReportWriter {

    /** Version of the file's format. */
    public static final int SCHEMA = 1;

    private static final ObjectWriter JSON =
            Json.MAPPER.writerWithDefaultPrettyPrinter().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    @Override
    public String format() {
        return "json";
    }

    @Override
    public Path write(Content content, Path folder) throws IOException {
        Path file = folder.resolve("results.json");
        Document document = new Document(
                SCHEMA,
                content.time(),
                content.gate(),
                content.campaigns().stream()
                        .map(campaign -> Campaign.of(campaign, content))
                        .toList());
        AtomicFiles.write(file, writer -> writer.write(JSON.writeValueAsString(document) + "\n"));
        return file;
    }

    private record Document(int schema, Instant time, GateResult gate, List<Campaign> campaigns) {}

    private record Campaign(
            CampaignHeader header,
            @Nullable CampaignEnd end,
            @Nullable String abortedReason,
            boolean complete,
            long trials,
            long errors,
            @Nullable Double safeAccepted,
            long safeTrials,
            List<AttackVerdictView> attacks,
            Map<String, List<AttackSuccessRate>> categories,
            List<MetamorphicRelation> relations,
            @Nullable CascadeShare cascade,
            @Nullable Map<String, HarmfulnessScores> scores) {

        static Campaign of(CampaignResult result, Content content) {
            return new Campaign(
                    result.header(),
                    result.endOrNull(),
                    result.abortedReason(),
                    AttackVerdict.isComplete(result),
                    result.trials(),
                    result.errors(),
                    result.safeAccepted(),
                    result.safeTrials(),
                    AttackVerdict.of(result).stream()
                            .map(verdict -> AttackVerdictView.of(
                                    verdict,
                                    content.corrected(result, verdict.rate().attack())
                                            .orElse(null)))
                            .toList(),
                    new TreeMap<>(result.categories()),
                    MetamorphicRelation.all(result),
                    JudgeLines.cascade(result).orElse(null),
                    JudgeLines.scores(result).orElse(null));
        }
    }

    private record AttackVerdictView(
            @Nullable String status,
            double limit,
            AttackSuccessRate rate,
            @Nullable EarlyEnd stoppedEarly,
            @Nullable CorrectedRate corrected) {

        static AttackVerdictView of(AttackVerdict verdict, @Nullable CorrectedRate corrected) {
            return new AttackVerdictView(
                    verdict.status().map(Enum::name).orElse(null),
                    verdict.limit(),
                    verdict.rate(),
                    verdict.stopped().map(StoppedAttack::end).orElse(null),
                    corrected);
        }
    }
}
