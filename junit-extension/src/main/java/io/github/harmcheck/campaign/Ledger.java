package io.github.harmcheck.campaign;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.internal.Secrets;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.ResultTally;
import io.github.harmcheck.result.io.JournalReader;
import io.github.harmcheck.result.io.JournalWriter;
import io.github.harmcheck.result.io.JournalWriter.Position;
import io.github.harmcheck.result.io.Reviews;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign has found so far: written to its journal, and counted, so that the journal need not be read again for
 * the result. Where findings were taken over, amended or reviewed, the journal decides. Thread-safe.
 */
final class Ledger {
    private final JournalWriter journal;
    private final Map<AttemptKey, Position> known;
    private final @Nullable Map<AttemptKey, Position> positions;
    private final Map<AttemptKey, Amended> amendments = new ConcurrentHashMap<>();
    private final ResultTally tally;

    /**
     * Creates a ledger.
     *
     * @param known what was taken over from an earlier run
     * @param remember whether findings will be read back one by one
     */
    Ledger(JournalWriter journal, Map<AttemptKey, Position> known, boolean remember) {
        this.journal = journal;
        this.known = Map.copyOf(known);
        this.positions = remember ? new ConcurrentHashMap<>(known) : null;
        this.tally = new ResultTally(Math.max(1, journal.header().trials()));
    }

    Path file() {
        return journal.file();
    }

    /** Returns where the finding of an earlier run lies, or null where it made none. */
    @Nullable
    Position takenOver(AttemptKey key) {
        return known.get(key);
    }

    boolean tookOver() {
        return !known.isEmpty();
    }

    void add(Finding finding) throws IOException {
        Position position = journal.append(finding);
        if (positions != null) {
            positions.put(finding.key(), position);
        }
        synchronized (tally) {
            tally.add(finding);
        }
    }

    /** Returns whether findings will be read back one by one. */
    boolean remembers() {
        return positions != null;
    }

    /** Returns whether a finding can be read back; only where it was to be remembered. */
    boolean holds(AttemptKey key) {
        return Objects.requireNonNull(positions).containsKey(key);
    }

    /** Reads back a finding that is held, with its amendment. */
    Finding read(AttemptKey key) {
        Finding finding = read(key, Objects.requireNonNull(positions).get(key));
        Amended amended = amendments.get(key);
        return amended == null
                ? finding
                : finding.withVerdict(JournalReader.amended(finding.verdict(), amended.by(), amended.reason()));
    }

    Finding read(AttemptKey key, @Nullable Position position) {
        try {
            return journal.read(Objects.requireNonNull(position));
        } catch (IOException e) {
            throw new CampaignException("the finding " + key.id() + " cannot be read back: " + e.getMessage(), e);
        }
    }

    void amend(AttemptKey key, String by, String reason) throws IOException {
        journal.amend(key, by, Secrets.mask(reason));
        amendments.put(key, new Amended(by, reason));
    }

    /** Returns how many findings the journal holds. */
    long findings() {
        return journal.findings();
    }

    void end(CampaignEnd end) throws IOException {
        journal.end(end);
    }

    /** Makes the result of a campaign whose end was written. */
    CampaignResult result(CampaignEnd end, Reviews reviews) throws IOException {
        if (tookOver() || !amendments.isEmpty() || !reviews.isEmpty()) {
            return JournalReader.read(journal.file(), reviews);
        }
        synchronized (tally) {
            return tally.result(journal.header(), end, null, JournalReader.findings(journal.file()));
        }
    }

    private record Amended(String by, String reason) {}
}
