package io.github.harmcheck.dataset;

import io.github.harmcheck.internal.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** A file on disk, checked to be one. */
record FileSource(Path path) implements ByteSource {

    /**
     * Returns the source of a file that is there and readable.
     *
     * @throws DatasetException for a missing file, a folder, a device, a symlink loop, or a file that may not be read
     */
    static FileSource of(Path path) {
        FileSource source = new FileSource(path);
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw new DatasetException(source.label() + ": is a folder; name one file in it");
            }
            if (!attributes.isRegularFile()) {
                throw new DatasetException(source.label() + ": is not a regular file; copy its content to one");
            }
        } catch (IOException e) {
            throw source.unreadable(e);
        }
        if (!Files.isReadable(path)) {
            throw source.unreadable(new AccessDeniedException(path.toString()));
        }
        return source;
    }

    @Override
    public String label() {
        return Texts.oneLine(path.toString(), 400);
    }

    @Override
    public String fileName() {
        Path last = path.getFileName();
        return last == null ? "" : last.toString();
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    private DatasetException unreadable(IOException e) {
        return new DatasetException(label() + ": " + reason(e), e);
    }

    private String reason(IOException e) {
        boolean link = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        if (e instanceof NoSuchFileException) {
            return link
                    ? "is a symbolic link to a file that does not exist; correct the link"
                    : "does not exist (a relative path starts at "
                            + Texts.oneLine(Path.of("").toAbsolutePath().toString(), 200) + "); correct the path";
        }
        if (e instanceof AccessDeniedException) {
            return "may not be read; change its permissions";
        }
        String detail = e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : e.getClass().getSimpleName();
        return "cannot be opened (" + Texts.oneLine(detail, 200)
                + "); name a file that is not behind a loop of symbolic links";
    }
}
