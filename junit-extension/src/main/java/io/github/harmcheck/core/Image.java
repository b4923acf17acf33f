package io.github.harmcheck.core;

import io.github.harmcheck.internal.Hashes;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An image of a message. Journals keep what it is and not its bytes, so one read from a journal is known by its hash
 * alone; two images with the same type and bytes are equal wherever they come from. Immutable.
 *
 * @since 0.1.0
 */
public final class Image {
    private static final Pattern MIME_TYPE = Pattern.compile("image/[a-z0-9.+-]{1,60}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final String mimeType;
    private final int size;
    private final String sha256;
    private final byte @Nullable [] bytes;

    private Image(String mimeType, int size, String sha256, byte @Nullable [] bytes) {
        if (!MIME_TYPE.matcher(mimeType).matches()) {
            throw new IllegalArgumentException("an image has a type such as image/png");
        }
        if (size < 1 || !SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException(
                    "an image has a size in bytes and a SHA-256 of 64 lower-case hex digits");
        }
        this.mimeType = mimeType;
        this.size = size;
        this.sha256 = sha256;
        this.bytes = bytes;
    }

    /**
     * Creates an image.
     *
     * @param mimeType for example {@code image/png}
     * @param bytes the file's content, copied
     * @throws IllegalArgumentException where the type is not that of an image, or there are no bytes
     */
    public static Image of(String mimeType, byte[] bytes) {
        byte[] own = bytes.clone();
        return new Image(mimeType, own.length, Hashes.sha256(own), own);
    }

    /**
     * Describes an image whose bytes are not at hand.
     *
     * @param size in bytes, at least 1
     * @param sha256 of the bytes, 64 lower-case hex digits
     * @throws IllegalArgumentException where one of them cannot be an image's
     */
    public static Image described(String mimeType, int size, String sha256) {
        return new Image(mimeType, size, sha256, null);
    }

    /** Returns the type, for example {@code image/png}. */
    public String mimeType() {
        return mimeType;
    }

    /** Returns the number of bytes. */
    public int size() {
        return size;
    }

    /** Returns the SHA-256 of the bytes, lower-case hex. */
    public String sha256() {
        return sha256;
    }

    /** Returns a copy of the bytes, or empty for one that was read from a journal. */
    public Optional<byte[]> bytes() {
        return Optional.ofNullable(bytes).map(byte[]::clone);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Image image && mimeType.equals(image.mimeType) && sha256.equals(image.sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    /** Returns what a report shows: {@code [image, 12 kB, sha256 …]}. */
    @Override
    public String toString() {
        String rounded = size < 1_000 ? size + " B" : (size + 500L) / 1_000 + " kB";
        return "[image, " + rounded + ", sha256 " + sha256 + "]";
    }
}
