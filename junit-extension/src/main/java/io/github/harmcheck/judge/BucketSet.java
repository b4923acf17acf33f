package io.github.harmcheck.judge;

import java.util.Arrays;

/** Distinct buckets in the order in which they were first added. */
final class BucketSet {

    private int[] inOrder;
    private int[] table;
    private int size;

    BucketSet(int expected) {
        this.inOrder = new int[Math.max(16, expected)];
        this.table = new int[Integer.highestOneBit(Math.max(16, expected)) << 2];
    }

    /** Adds a bucket, 0 or more, unless it is there. */
    void add(int bucket) {
        if (!put(bucket)) {
            return;
        }
        if (size == inOrder.length) {
            inOrder = Arrays.copyOf(inOrder, 2 * size);
        }
        inOrder[size++] = bucket;
        if (2 * size > table.length) {
            table = new int[2 * table.length];
            for (int i = 0; i < size; i++) {
                put(inOrder[i]);
            }
        }
    }

    int size() {
        return size;
    }

    int get(int index) {
        return inOrder[index];
    }

    private boolean put(int bucket) {
        int mask = table.length - 1;
        int slot = (bucket * 0x9e3779b9) >>> 8 & mask;
        while (table[slot] != 0) {
            if (table[slot] == bucket + 1) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        table[slot] = bucket + 1;
        return true;
    }
}
