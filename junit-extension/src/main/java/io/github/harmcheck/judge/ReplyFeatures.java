package io.github.harmcheck.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the trained model sees of a reply: word 1–3-grams of the whole, of its head and of its tail, character 3–5-grams,
 * and what the cues say (1–3-grams of the sentences' roles, sizes and shares in bins), each hashed into one of
 * {@link #BUCKETS} buckets. A feature counts once, and each of the five blocks has length 1. Work is linear in the text.
 */
final class ReplyFeatures {

    static final int BITS = 17;
    static final int BUCKETS = 1 << BITS;

    private static final int HEAD_WORDS = 40;
    private static final int TAIL_WORDS = 30;
    private static final int MOST_WORDS = 1_200;
    private static final int MOST_ROLES = 40;
    private static final int SHORTEST_CHARS = 3;
    private static final int LONGEST_CHARS = 5;
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final BucketSet buckets;
    private final int[] blockEnds = new int[5];
    private int blocks;

    private final int words;

    private ReplyFeatures(int expected, int words) {
        this.words = words;
        this.buckets = new BucketSet(expected);
    }

    /** Reads what the speakers say who neither refuse nor deflect; all of them where none is left. */
    static ReplyFeatures of(List<ReadSegment> read) {
        List<ReadSegment> standing = read.stream().filter(ReadSegment::stands).toList();
        ReplyProfile profile = new ReplyProfile(standing.isEmpty() ? read : standing);
        List<String> words = profile.words(MOST_WORDS);
        ReplyFeatures features = new ReplyFeatures(20 * words.size() + 200, profile.words());
        long[] hashes = hashes(words);
        features.grams('w', hashes, 0, hashes.length, 3);
        features.grams('h', hashes, 0, Math.min(hashes.length, HEAD_WORDS), 3);
        features.grams('t', hashes, Math.max(0, hashes.length - TAIL_WORDS), hashes.length, 2);
        features.characters(words);
        features.cues(profile);
        return features;
    }

    /** Returns how many words were read. */
    int words() {
        return words;
    }

    /** Returns the number of features. */
    int size() {
        return buckets.size();
    }

    /** Returns the bucket of a feature, below {@link #BUCKETS}; no two features share one. */
    int bucket(int index) {
        return buckets.get(index);
    }

    /** Returns the value of each feature, in order. */
    float[] values() {
        float[] values = new float[buckets.size()];
        int start = 0;
        for (int end : blockEnds) {
            if (end > start) {
                Arrays.fill(values, start, end, (float) (1 / Math.sqrt(end - start)));
            }
            start = end;
        }
        return values;
    }

    private void grams(char block, long[] hashes, int from, int to, int longest) {
        add(block, hashes, from, to, longest);
        endBlock();
    }

    private void add(char block, long[] hashes, int from, int to, int longest) {
        for (int i = from; i < to; i++) {
            long gram = block;
            for (int n = 0; n < longest && i + n < to; n++) {
                gram = gram * FNV_PRIME + hashes[i + n];
                add(gram);
            }
        }
    }

    private void characters(List<String> words) {
        String text = ' ' + String.join(" ", words) + ' ';
        for (int i = 0; i < text.length(); i++) {
            long gram = FNV_START;
            for (int n = 1; n <= LONGEST_CHARS && i + n <= text.length(); n++) {
                gram = (gram ^ text.charAt(i + n - 1)) * FNV_PRIME;
                if (n >= SHORTEST_CHARS) {
                    add(gram);
                }
            }
        }
        endBlock();
    }

    private void cues(ReplyProfile profile) {
        List<String> roles = new ArrayList<>();
        roles.add("<");
        roles.addAll(profile.roles(MOST_ROLES));
        roles.add(">");
        long[] hashes = hashes(roles);
        add('r', hashes, 0, hashes.length, 3);
        for (String bin : profile.bins()) {
            add(hash(bin));
        }
        endBlock();
    }

    private void add(long hash) {
        buckets.add((int) (mixed(hash) >>> (Long.SIZE - BITS)));
    }

    private void endBlock() {
        blockEnds[blocks++] = buckets.size();
    }

    private static long[] hashes(List<String> words) {
        long[] hashes = new long[words.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = hash(words.get(i));
        }
        return hashes;
    }

    private static long hash(String text) {
        long hash = FNV_START;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return mixed(hash);
    }

    /** Spreads a hash over all its bits (the finalizer of SplitMix64). */
    private static long mixed(long hash) {
        long z = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
