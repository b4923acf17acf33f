package io.github.harmcheck.judge.card;

import io.github.harmcheck.dataset.DatasetInput;
import io.github.harmcheck.dataset.RecordFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of the sets of the pre-qualification, a resource of JSON Lines {@code {id, behavior, reply, label, outcome, set,
 * abstain?}}.
 *
 * @param name its name
 * @param rows its replies
 * @since 0.1.0
 */
public record PrequalificationSet(String name, List<Row> rows) {
    private static final String FOLDER = "io/github/harmcheck/judge/prequalification/";

    public PrequalificationSet {
        rows = List.copyOf(rows);
    }

    /**
     * One reply.
     *
     * @param reply what it is, with its label
     * @param unknowable whether no judge can tell, so that abstaining is right
     */
    public record Row(LabelledReply reply, boolean unknowable) {}

    /** Reads all sets. */
    public static List<PrequalificationSet> all() throws IOException {
        List<PrequalificationSet> sets = new ArrayList<>();
        for (String name : Prequalification.SETS) {
            sets.add(read(name, DatasetInput.ofResource(FOLDER + name + ".jsonl")));
        }
        return sets;
    }

    static PrequalificationSet read(String name, DatasetInput input) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (RecordFile records = RecordFile.open(input)) {
            for (Optional<RecordFile.Entry> entry = records.next(); entry.isPresent(); entry = records.next()) {
                RecordFile.Entry row = entry.get();
                rows.add(new Row(
                        new LabelledReply(
                                row.value("id"),
                                row.value("behavior"),
                                row.value("context"),
                                row.value("reply"),
                                row.value("label").equals("1"),
                                null,
                                name,
                                ""),
                        row.value("abstain").equals("true")));
            }
        }
        return new PrequalificationSet(name, rows);
    }
}
