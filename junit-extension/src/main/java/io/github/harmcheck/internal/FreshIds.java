package io.github.harmcheck.internal;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids no conversation had before, so that an app which keeps memories beyond this run does not mix them. Only names:
 * nothing that is measured depends on them.
 */
public final class FreshIds {
    private static final UUID RUN = UUID.randomUUID();
    private static final String RUN_TEXT = RUN.toString().substring(0, 8);
    private static final AtomicLong COUNT = new AtomicLong();

    /** Starts anywhere in the lower half, so that two runs against one store rarely meet and no run overflows. */
    private static final int FIRST_INT = (int) (RUN.getLeastSignificantBits() & 0x3FFF_FFFF);

    private FreshIds() {}

    /**
     * Returns a new id of letters, digits and {@code -}, at most 48 characters, that begins alike for the same purpose.
     *
     * @param purpose what it is for, any text; only its hash is part of the id
     */
    public static String text(String purpose) {
        return "hc-" + Hashes.sha256(purpose).substring(0, 10) + '-' + RUN_TEXT + '-' + COUNT.incrementAndGet();
    }

    /** Returns a new positive number, unique within this JVM and, with its 62 random bits, hardly met by another. */
    public static long number() {
        return ((RUN.getMostSignificantBits() >>> 2) & ~0xFFFF_FFFFL) | (COUNT.incrementAndGet() & 0xFFFF_FFFFL);
    }

    /** Returns a new positive number, unique within this JVM. */
    public static int smallNumber() {
        return FIRST_INT + Math.toIntExact(COUNT.incrementAndGet());
    }
}
