package io.github.harmcheck.judge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Signatures by which the overlap of two sets of words is estimated: the smallest value of each of 128 hash functions, the
 * same that datasketch's MinHash (seed 1) draws and HarmBench uses, so signatures compare with theirs. A signature is 128
 * numbers of 32 bits, without sign. Not thread-safe; the functions are.
 */
final class MinHash {

    /** Numbers in a signature. */
    static final int SIZE = 128;

    /** The prime 2^61 - 1, by which the hash functions are taken. */
    private static final long PRIME = (1L << 61) - 1;

    private static final long[] FACTORS = new long[SIZE];
    private static final long[] ADDENDS = new long[SIZE];

    static {
        List<String> lines = JudgePrompt.read("minhash-permutations.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        for (int i = 0; i < SIZE; i++) {
            String[] numbers = lines.get(i).split(" ", 2);
            FACTORS[i] = Long.parseLong(numbers[0]);
            ADDENDS[i] = Long.parseLong(numbers[1]);
        }
    }

    private static final int MOST_KNOWN = 20_000;

    /** Hashes of words seen; the words of a text come again and again. */
    private final Map<String, int[]> known = new HashMap<>();

    private final MessageDigest sha1;

    MinHash() {
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** Returns the signature of the empty set. */
    static int[] empty() {
        int[] signature = new int[SIZE];
        Arrays.fill(signature, -1);
        return signature;
    }

    /** Adds a word to the set of a signature. */
    void add(int[] signature, String word) {
        int[] hashes = known.get(word);
        if (hashes == null) {
            hashes = hashes(word);
            if (known.size() < MOST_KNOWN) {
                known.put(word, hashes);
            }
        }
        unite(signature, 0, hashes, 0);
    }

    /** Makes the signature at one place that of the union with the set at another place. */
    static void unite(int[] into, int at, int[] from, int fromAt) {
        for (int i = 0; i < SIZE; i++) {
            if (Integer.compareUnsigned(from[fromAt + i], into[at + i]) < 0) {
                into[at + i] = from[fromAt + i];
            }
        }
    }

    /**
     * Counts the numbers in which two signatures are equal; divided by 128 it estimates the share of words that two sets
     * have in common.
     *
     * @param least what must be exceeded to matter; where it cannot be any more, counting ends
     */
    static int equal(int[] one, int at, int[] other, int otherAt, int least) {
        int equal = 0;
        for (int i = 0; i < SIZE; i++) {
            if (one[at + i] == other[otherAt + i]) {
                equal++;
            } else if (equal + SIZE - i - 1 <= least) {
                return equal;
            }
        }
        return equal;
    }

    private int[] hashes(String word) {
        byte[] digest = sha1.digest(word.getBytes(StandardCharsets.UTF_8));
        long hash =
                (digest[0] & 0xFFL) | (digest[1] & 0xFFL) << 8 | (digest[2] & 0xFFL) << 16 | (digest[3] & 0xFFL) << 24;
        int[] hashes = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            hashes[i] = (int) remainder(FACTORS[i] * hash + ADDENDS[i]);
        }
        return hashes;
    }

    /** The remainder by {@link #PRIME} of a number without sign; the product before it overflows as theirs does. */
    private static long remainder(long number) {
        long folded = (number & PRIME) + (number >>> 61);
        return folded >= PRIME ? folded - PRIME : folded;
    }
}
