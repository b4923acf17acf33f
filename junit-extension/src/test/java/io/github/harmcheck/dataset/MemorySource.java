package io.github.harmcheck.dataset;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;

/** A file that only exists in memory, or is made while it is read; counts what was read of it. */
final class MemorySource implements ByteSource {
    private final String fileName;
    private final Iterable<String> chunks;
    long bytesRead;
    int opened;
    int closed;

    MemorySource(String fileName, String content) {
        this(fileName, Collections.singletonList(content));
    }

    MemorySource(String fileName, Iterable<String> chunks) {
        this.fileName = fileName;
        this.chunks = chunks;
    }

    static DatasetInput input(String fileName, String content) {
        return new DatasetInput(new MemorySource(fileName, content), null, null);
    }

    static BehaviorDataset dataset(String fileName, String content) {
        return dataset(new MemorySource(fileName, content));
    }

    static BehaviorDataset dataset(MemorySource source) {
        DatasetInput input = new DatasetInput(source, null, null);
        return FileDataset.of(input, Readers.pick(input));
    }

    @Override
    public String label() {
        return fileName;
    }

    @Override
    public String fileName() {
        return fileName;
    }

    @Override
    public InputStream open() {
        opened++;
        return new FilterInputStream(new ChunkStream(chunks.iterator())) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int n = super.read(target, offset, length);
                bytesRead += Math.max(0, n);
                return n;
            }

            @Override
            public void close() throws IOException {
                closed++;
                super.close();
            }
        };
    }

    private static final class ChunkStream extends InputStream {
        private final Iterator<String> chunks;
        private InputStream current = InputStream.nullInputStream();

        ChunkStream(Iterator<String> chunks) {
            this.chunks = chunks;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = current.read(target, offset, length);
            while (n < 0 && chunks.hasNext()) {
                current = new ByteArrayInputStream(chunks.next().getBytes(StandardCharsets.UTF_8));
                n = current.read(target, offset, length);
            }
            return n;
        }
    }
}
