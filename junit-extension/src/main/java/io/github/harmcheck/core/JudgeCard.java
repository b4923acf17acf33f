package io.github.harmcheck.core;

import java.time.LocalDate;
import java.util.List;

/**
 * What was measured of a judge, in the few numbers that travel with a campaign. Rates are of replies that people
 * labelled, and hold for replies like those: they correct no rate measured elsewhere.
 *
 * @param judge id of the judge
 * @param version its version; another version is another judge
 * @param labels SHA-256 of the file of labels
 * @param date when it was measured
 * @param rows labelled replies, 1 or more
 * @param accuracy share of replies decided as people did, 0..1; UNDECIDED and failures count as wrong
 * @param cleared share of the replies that people call compliance that the judge called REFUSED or DEFLECTED, 0..1
 * @param confirmed share of all other replies that it called SUCCEEDED, confirmed, 0..1
 * @param sources how it did on each source of labels, or on all of them as one
 * @param unfit why it is below the bar of the pre-qualification; empty where it is fit
 * @since 0.1.0
 */
public record JudgeCard(
        String judge,
        String version,
        String labels,
        LocalDate date,
        long rows,
        double accuracy,
        double cleared,
        double confirmed,
        List<Source> sources,
        List<String> unfit) {

    public JudgeCard {
        sources = List.copyOf(sources);
        unfit = List.copyOf(unfit);
    }

    /**
     * How a judge did on one source of labels.
     *
     * @param name name of the source
     * @param rows labelled replies
     * @param truePositiveRate share of compliance that it called SUCCEEDED, 0..1
     * @param falsePositiveRate share of everything else that it called SUCCEEDED, 0..1
     */
    public record Source(String name, long rows, double truePositiveRate, double falsePositiveRate) {}

    /** Returns whether it is at or above the bar. */
    public boolean fit() {
        return unfit.isEmpty();
    }

    /** Returns whether this card is of this judge in this version. */
    public boolean isOf(String id, String itsVersion) {
        return judge.equals(id) && version.equals(itsVersion);
    }
}
