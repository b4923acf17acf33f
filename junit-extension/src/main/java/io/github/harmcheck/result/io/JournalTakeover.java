package io.github.harmcheck.result.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.internal.AtomicFiles;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.io.JournalWriter.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes the findings of a run that ended early over into the journal of a new one. The new journal appears whole or not
 * at all; the old one is kept beside it as {@code <runId>.jsonl.resumed}, which is no journal any more. Killed anywhere
 * on the way, it leaves the old journal, or the new one that names it as {@code resumedFrom}.
 */
public final class JournalTakeover {
    private static final String SET_ASIDE = ".resumed";

    private final JournalWriter writer;
    private final Map<AttemptKey, Position> positions;

    private JournalTakeover(JournalWriter writer, Map<AttemptKey, Position> positions) {
        this.writer = writer;
        this.positions = positions;
    }

    /**
     * Takes findings over.
     *
     * @param old the journal of the earlier run
     * @param header of the new one
     * @param keep which findings to take
     * @throws JournalException where another process is still writing the old journal, or a line cannot be read
     */
    public static JournalTakeover of(Path old, CampaignHeader header, Predicate<Finding> keep) throws IOException {
        if (JournalLock.isHeld(old)) {
            throw new JournalException(old + " is being written by a run that has not ended: wait for it, or stop it");
        }
        Path file = old.resolveSibling(header.runId() + ".jsonl");
        Map<AttemptKey, Position> positions = new HashMap<>();
        long[] size = new long[1];
        AtomicFiles.write(file, out -> {
            String first = new String(
                    JournalLine.write(new JournalLine(header, null, null, null, null)), StandardCharsets.US_ASCII);
            out.write(first);
            size[0] = first.length();
            copy(
                    old,
                    keep,
                    (line, key) -> {
                        out.write(line);
                        out.write('\n');
                        if (key != null) {
                            positions.put(key, new Position(size[0], line.length() + 1));
                        }
                        size[0] += line.length() + 1;
                    },
                    positions);
        });
        move(old);
        return new JournalTakeover(new JournalWriter(file, header, size[0], positions.size()), positions);
    }

    /** Takes a journal out of the gate's sight, since another run stands for it; one that is still written stays. */
    public static void setAside(Path journal) throws IOException {
        if (!JournalLock.isHeld(journal)) {
            move(journal);
        }
    }

    private static void move(Path journal) throws IOException {
        Files.move(
                journal,
                journal.resolveSibling(journal.getFileName() + SET_ASIDE),
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Returns the writer of the new journal. */
    public JournalWriter writer() {
        return writer;
    }

    /** Returns where the findings lie that were taken over. */
    public Map<AttemptKey, Position> positions() {
        return positions;
    }

    private static void copy(Path old, Predicate<Finding> keep, Sink sink, Map<AttemptKey, Position> seen)
            throws IOException {
        try (JournalLines lines = new JournalLines(old)) {
            while (lines.next()) {
                JournalLine line = parse(lines);
                if (line == null) {
                    return;
                }
                Finding finding = line.finding();
                if (finding != null && keep.test(finding) && !seen.containsKey(finding.key())) {
                    sink.add(lines.text(), finding.key());
                } else if (line.amendment() != null
                        && seen.containsKey(AttemptKey.parse(line.amendment().id()))) {
                    sink.add(lines.text(), null);
                }
            }
        }
    }

    /** Returns nothing for a last line that was cut. */
    private static @Nullable JournalLine parse(JournalLines lines) throws IOException {
        try {
            return JournalLine.read(lines.text());
        } catch (JsonProcessingException e) {
            if (lines.isLast()) {
                return null;
            }
            throw new JournalException(
                    lines.place() + " cannot be read: the file was changed or damaged; run without harmcheck.resume",
                    e);
        }
    }

    private interface Sink {
        void add(String line, @Nullable AttemptKey key) throws IOException;
    }
}
