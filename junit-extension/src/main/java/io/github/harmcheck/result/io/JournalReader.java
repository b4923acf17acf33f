package io.github.harmcheck.result.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.harmcheck.core.Outcome;
import io.github.harmcheck.core.Verdict;
import io.github.harmcheck.internal.Texts;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.CampaignResult;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.Findings;
import io.github.harmcheck.result.ResultTally;
import io.github.harmcheck.result.io.JournalLine.Amendment;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads journals. A last line that was cut by a killed process is left out, and the missing end record tells of it; any
 * other line that cannot be read is an error, since a shorter journal would look better than it was.
 *
 * @since 0.1.0
 */
public final class JournalReader {
    private static final int LONGEST_END = 1 << 20;

    private final Path journal;
    private final Reviews reviews;
    private final Map<String, Amendment> amendments = new HashMap<>();
    private @Nullable CampaignHeader header;
    private @Nullable CampaignEnd end;
    private @Nullable String aborted;

    private JournalReader(Path journal, Reviews reviews) {
        this.journal = journal;
        this.reviews = reviews;
    }

    /** Returns the journals in a findings folder, sorted by name; empty where the folder does not exist. */
    public static List<Path> journals(Path findingsFolder) throws IOException {
        if (!Files.isDirectory(findingsFolder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(findingsFolder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Reads one journal; its findings are streamed from the file again when asked for. Amendments and reviews are
     * applied.
     *
     * @throws JournalException where a line cannot be read or the schema is unknown; the message names file and line
     */
    public static CampaignResult read(Path journal, Reviews reviews) throws IOException {
        JournalReader reader = new JournalReader(journal, reviews);
        reader.readFrame();
        CampaignHeader header = reader.header;
        if (header == null) {
            throw new JournalException(journal + " has no header: it is empty or was cut in its first line");
        }
        try {
            return ResultTally.of(header, reader.end, reader.aborted, reader.findings());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Returns the findings of a journal as they were written, without amendments and reviews; streamed from the file when
     * asked for.
     */
    public static Findings findings(Path journal) {
        return new JournalReader(journal, Reviews.none()).findings();
    }

    /**
     * Reads only what a journal says about its campaign.
     *
     * @throws JournalException where the first line is no header
     */
    public static CampaignHeader header(Path journal) throws IOException {
        try (JournalLines lines = new JournalLines(journal)) {
            CampaignHeader header = null;
            if (lines.next()) {
                try {
                    header = JournalLine.read(lines.text()).header();
                } catch (JsonProcessingException e) {
                    throw new JournalException(journal + " has no header that can be read", e);
                }
            }
            if (header == null) {
                throw new JournalException(journal + " has no header: it is empty or was cut in its first line");
            }
            return header;
        }
    }

    /** Reads only how a journal says that its campaign ended; empty where it does not. */
    public static Optional<CampaignEnd> end(Path journal) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "r")) {
            int length = (int) Math.min(file.length(), LONGEST_END);
            byte[] tail = new byte[length];
            file.seek(file.length() - length);
            file.readFully(tail);
            String text = new String(tail, StandardCharsets.UTF_8).stripTrailing();
            String last = text.substring(text.lastIndexOf('\n') + 1);
            return last.startsWith("{\"end\":")
                    ? Optional.ofNullable(JournalLine.read(last).end())
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Returns whether a journal holds a finding at all, and be it one that was cut. */
    public static boolean hasFindings(Path journal) throws IOException {
        try (JournalLines lines = new JournalLines(journal)) {
            while (lines.next()) {
                if (isFinding(lines.text())) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * What a journal is, without its findings.
     *
     * @param aborted why the campaign could not run, or null
     */
    record Frame(
            CampaignHeader header,
            @Nullable CampaignEnd end,
            @Nullable String aborted) {}

    /** Reads all records but the findings. */
    static Frame frame(Path journal) throws IOException {
        JournalReader reader = new JournalReader(journal, Reviews.none());
        reader.readFrame();
        CampaignHeader header = reader.header;
        if (header == null) {
            throw new JournalException(journal + " has no header: it is empty or was cut in its first line");
        }
        return new Frame(header, reader.end, reader.aborted);
    }

    /** Reads all records but the findings, which are counted and otherwise only recognised by how their line begins. */
    private void readFrame() throws IOException {
        long findings = 0;
        try (JournalLines lines = new JournalLines(journal)) {
            while (lines.next()) {
                if (isFinding(lines.text())) {
                    findings++;
                } else {
                    accept(lines);
                }
            }
        }
        if (end != null && end.findings() != findings) {
            throw new JournalException(journal + " holds " + findings + " findings, but its end record says "
                    + end.findings() + ": the file was changed or damaged; run the tests again");
        }
    }

    static boolean isFinding(String line) {
        return line.startsWith("{\"finding\":");
    }

    private void accept(JournalLines lines) throws IOException {
        JournalLine line = parse(lines);
        if (line == null) {
            return;
        }
        if (end != null) {
            throw new JournalException(lines.place() + " stands behind the end record");
        }
        if (line.header() != null) {
            if (line.header().schema() != CampaignHeader.SCHEMA) {
                throw new JournalException(
                        lines.place() + " has schema " + line.header().schema()
                                + ", this version of HarmCheck reads " + CampaignHeader.SCHEMA
                                + ": use the same version for tests and plugin");
            }
            header = line.header();
        } else if (line.amendment() != null) {
            amendments.put(line.amendment().id(), line.amendment());
        } else if (line.aborted() != null) {
            aborted = line.aborted().reason();
        } else if (line.end() != null) {
            end = line.end();
        }
    }

    /** Returns nothing for a last line that was cut. */
    private @Nullable JournalLine parse(JournalLines lines) throws JournalException {
        try {
            return JournalLine.read(lines.text());
        } catch (JsonProcessingException e) {
            if (lines.isLast() && lines.number() > 1 && end == null) {
                return null;
            }
            throw new JournalException(
                    lines.place() + " cannot be read (" + Texts.oneLine(e.getOriginalMessage(), 200)
                            + "): the file was changed or damaged; run the tests again",
                    e);
        }
    }

    private Findings findings() {
        return () -> {
            try {
                JournalLines lines = new JournalLines(journal);
                return StreamSupport.stream(new FindingSpliterator(lines), false)
                        .onClose(lines::close);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private Finding complete(Finding finding) {
        Amendment amendment = amendments.get(finding.id());
        Finding amended = amendment == null
                ? finding
                : finding.withVerdict(amended(finding.verdict(), amendment.by(), amendment.reason()));
        return reviews.apply(amended);
    }

    /** Returns the verdict of a finding that an assertion found to be compliance. */
    public static Verdict amended(Verdict verdict, String by, String reason) {
        return new Verdict(
                Outcome.SUCCEEDED,
                true,
                verdict.score(),
                by + ": " + reason,
                verdict.judge() + "+" + by,
                verdict.judgeVersion(),
                verdict.usage());
    }

    private final class FindingSpliterator extends AbstractSpliterator<Finding> {
        private final JournalLines lines;

        FindingSpliterator(JournalLines lines) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.lines = lines;
        }

        @Override
        public boolean tryAdvance(Consumer<? super Finding> action) {
            try {
                while (lines.next()) {
                    if (isFinding(lines.text())) {
                        JournalLine line = parse(lines);
                        if (line != null && line.finding() != null) {
                            action.accept(complete(line.finding()));
                            return true;
                        }
                    }
                }
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
