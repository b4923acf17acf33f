package io.github.harmcheck.result.io;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts put aside in a temporary file, to be read back in another order. Not thread-safe. */
final class TextSpill implements AutoCloseable {
    private final Path path;
    private final RandomAccessFile file;
    private long end;

    private TextSpill(Path path) throws IOException {
        this.path = path;
        this.file = new RandomAccessFile(path.toFile(), "rw");
    }

    static TextSpill open() throws IOException {
        return new TextSpill(Files.createTempFile("harmcheck", ".spill"));
    }

    /** Where a text lies. */
    record Place(long offset, int bytes) {}

    Place add(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        file.seek(end);
        file.write(bytes);
        Place place = new Place(end, bytes.length);
        end += bytes.length;
        return place;
    }

    String read(Place place) throws IOException {
        byte[] bytes = new byte[place.bytes()];
        file.seek(place.offset());
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            Files.deleteIfExists(path);
        }
    }
}
