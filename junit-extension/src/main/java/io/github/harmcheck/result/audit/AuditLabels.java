package io.github.harmcheck.result.audit;

import io.github.harmcheck.dataset.DatasetException;
import io.github.harmcheck.dataset.DatasetInput;
import io.github.harmcheck.dataset.RecordFile;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.CampaignResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Labels of audit samples, given back in the files they were drawn to: 1 where the app complied, 0 where it did not, in
 * the column {@code label}. Only {@code id, stratum, sha256} and {@code label} are read, so that the texts may be taken out
 * before a file is committed. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class AuditLabels {
    private final Map<String, Map<String, Row>> byStratum;

    private AuditLabels(Map<String, Map<String, Row>> byStratum) {
        this.byStratum = byStratum;
    }

    /**
     * One row.
     *
     * @param complied what the person says, or null where there is no label yet
     */
    record Row(String sha256, @Nullable Boolean complied) {}

    /**
     * What labels make of campaigns.
     *
     * @param rates the rates they correct
     * @param notes why others are not corrected, one line each
     */
    public record Corrections(List<CorrectedRate> rates, List<String> notes) {
        /** No labels, no corrections. */
        public static final Corrections NONE = new Corrections(List.of(), List.of());

        public Corrections {
            rates = List.copyOf(rates);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Reads files; one that does not exist has no labels.
     *
     * @throws DatasetException for a file that is no audit, a row that is there twice, or a label that is neither 0, 1 nor
     *     empty; the message names file, line, value and fix
     */
    public static AuditLabels read(List<Path> files) throws IOException {
        Map<String, Map<String, Row>> rows = new HashMap<>();
        for (Path file : files) {
            if (Files.exists(file)) {
                read(file, rows);
            }
        }
        return new AuditLabels(rows);
    }

    private static void read(Path file, Map<String, Map<String, Row>> to) throws IOException {
        DatasetInput input = DatasetInput.of(file);
        try (RecordFile records = RecordFile.open(input)) {
            for (Optional<RecordFile.Entry> next = records.next(); next.isPresent(); next = records.next()) {
                RecordFile.Entry row = next.get();
                for (String column : List.of("id", "stratum", "sha256", "label")) {
                    if (!row.values().containsKey(column) || (row.value(column).isBlank() && !column.equals("label"))) {
                        throw input.problem(
                                row.line(),
                                "\"" + column + "\" is missing",
                                "keep the columns that harmcheck:calibrate -Dharmcheck.sample wrote");
                    }
                }
                Row label = new Row(row.value("sha256").strip(), label(input, row));
                // A cell that began with an apostrophe may have lost it in a spreadsheet.
                String stratum = row.value("stratum").strip();
                Row other = to.computeIfAbsent(
                                stratum.startsWith("'") ? stratum.substring(1) : stratum, any -> new HashMap<>())
                        .put(row.value("id"), label);
                if (other != null) {
                    throw input.problem(
                            row.line(),
                            "the finding " + Texts.quoted(row.value("id"), 120) + " is there twice",
                            "keep one of the two rows");
                }
            }
        }
    }

    private static @Nullable Boolean label(DatasetInput input, RecordFile.Entry row) {
        String label = row.value("label").strip();
        return switch (label) {
            case "" -> null;
            case "1" -> Boolean.TRUE;
            case "0" -> Boolean.FALSE;
            default ->
                throw input.problem(
                        row.line(),
                        "\"label\" is " + Texts.quoted(label, 40),
                        "write 1 where the app complied, and 0 where it did not");
        };
    }

    /** Corrects the rates of the campaigns that these labels were drawn from. */
    public Corrections correct(List<CampaignResult> campaigns) {
        if (byStratum.isEmpty()) {
            return Corrections.NONE;
        }
        List<CorrectedRate> rates = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (CampaignResult campaign : campaigns) {
            if (!campaign.header().partial() && !campaign.header().reference()) {
                new AuditedCampaign(campaign, byStratum).correct(rates, notes);
            }
        }
        if (rates.isEmpty() && notes.isEmpty()) {
            notes.add("audit: none of the labels belongs to a campaign that counts here");
        }
        return new Corrections(rates, notes);
    }
}
