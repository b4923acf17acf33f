package io.github.harmcheck.result.io;

import io.github.harmcheck.core.AttemptKey;
import io.github.harmcheck.internal.AtomicFiles;
import io.github.harmcheck.result.CampaignEnd;
import io.github.harmcheck.result.CampaignHeader;
import io.github.harmcheck.result.Finding;
import io.github.harmcheck.result.io.JournalLine.Aborted;
import io.github.harmcheck.result.io.JournalLine.Amendment;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the journal of one campaign, one write per record, so that a killed process loses at most what was in
 * flight. The file, {@code <runId>.jsonl}, is made with {@link #open} or the first record, and locked as long as it is
 * written. A record that could not be written whole, on a full disk for example, is taken back. Thread-safe.
 *
 * @since 0.1.0
 */
public final class JournalWriter implements Closeable {
    private final Path file;
    private final CampaignHeader header;
    private final ReentrantLock lock = new ReentrantLock();
    /** A stream, not a channel: an interrupt of the writing thread closes a channel. */
    private @Nullable FileOutputStream out;

    private long size;
    private long findings;
    private boolean closed;

    /** Creates a writer; nothing is written yet. */
    public JournalWriter(Path folder, CampaignHeader header) {
        this(folder.resolve(header.runId() + ".jsonl"), header, 0, 0);
    }

    /** Creates a writer that goes on behind what the file holds already. */
    JournalWriter(Path file, CampaignHeader header, long size, long findings) {
        this.file = file;
        this.header = header;
        this.size = size;
        this.findings = findings;
    }

    /**
     * Makes the file and writes its header, so that a folder that cannot be written shows before the first call.
     *
     * @throws IOException where it cannot be written; the message names the file
     */
    public void open() throws IOException {
        lock.lock();
        try {
            stream();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the file, which may not exist yet. */
    public Path file() {
        return file;
    }

    /** Returns what the journal's first line says about its campaign. */
    public CampaignHeader header() {
        return header;
    }

    /** Returns how many findings were appended. */
    public long findings() {
        lock.lock();
        try {
            return findings;
        } finally {
            lock.unlock();
        }
    }

    /** Appends a finding and returns where it lies. */
    public Position append(Finding finding) throws IOException {
        byte[] line = JournalLine.write(finding);
        lock.lock();
        try {
            Position position = write(line);
            findings++;
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** Records that a finding counts as a confirmed success. */
    public void amend(AttemptKey key, String by, String reason) throws IOException {
        append(new JournalLine(null, null, new Amendment(key.id(), by, reason), null, null));
    }

    /** Records that a precondition was missing. */
    public void abort(String reason) throws IOException {
        append(new JournalLine(null, null, null, new Aborted(reason), null));
    }

    /** Writes the last record and closes the file. */
    public void end(CampaignEnd end) throws IOException {
        append(new JournalLine(null, null, null, null, end));
        close();
    }

    /** Reads a finding back, without amendments. */
    public Finding read(Position position) throws IOException {
        byte[] line = new byte[position.length()];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(position.offset());
            in.readFully(line);
        }
        Finding finding = JournalLine.read(line).finding();
        if (finding == null) {
            throw new JournalException(file + ": no finding at byte " + position.offset());
        }
        return finding;
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            closed = true;
            if (out != null) {
                out.close();
                out = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private void append(JournalLine record) throws IOException {
        byte[] line = JournalLine.write(record);
        lock.lock();
        try {
            write(line);
        } finally {
            lock.unlock();
        }
    }

    private Position write(byte[] line) throws IOException {
        FileOutputStream to = stream();
        Position position = new Position(size, line.length);
        try {
            to.write(line);
        } catch (IOException e) {
            takeBack(to);
            throw e;
        }
        size += line.length;
        return position;
    }

    private FileOutputStream stream() throws IOException {
        if (closed) {
            throw new JournalException(file + " is closed: the campaign has ended");
        }
        FileOutputStream open = out;
        if (open == null) {
            if (size == 0) {
                // A journal without its header belongs to nobody, so the two appear together.
                byte[] first = JournalLine.write(new JournalLine(header, null, null, null, null));
                AtomicFiles.write(file, writer -> writer.write(new String(first, StandardCharsets.US_ASCII)));
                size = first.length;
            }
            open = new FileOutputStream(file.toFile(), true);
            JournalLock.hold(open, file);
            out = open;
        }
        return open;
    }

    /** Half a record in the middle of a journal would make all of it unreadable. */
    private void takeBack(FileOutputStream to) throws IOException {
        to.getChannel().truncate(size);
    }

    /**
     * Where a record lies.
     *
     * @param offset bytes before it
     * @param length its bytes, line end included
     */
    public record Position(long offset, int length) {}
}
