package io.weir.engine.link;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A multimap from 64-bit hashes to postings, each a number that the caller gives meaning to. Open addressing over
 * primitive arrays: about 30 bytes a posting, no object per entry.
 */
final class PrintIndex {

    private static final int NONE = -1;

    private int[] heads = filled(64);
    private long[] hashes = new long[32];
    private int[] postings = new int[32];
    private int[] nexts = new int[32];
    private int size;

    void add(long hash, int posting) {
        if (size == hashes.length) {
            grow();
        }
        hashes[size] = hash;
        postings[size] = posting;
        link(size);
        size++;
    }

    /** Whether the hash has postings. */
    boolean holds(long hash) {
        int entry = heads[slot(hash)];
        while (entry != NONE && hashes[entry] != hash) {
            entry = nexts[entry];
        }
        return entry != NONE;
    }

    /** Visits the postings of a hash, the latest first. */
    void forEach(long hash, IntConsumer visitor) {
        for (int entry = heads[slot(hash)]; entry != NONE; entry = nexts[entry]) {
            if (hashes[entry] == hash) {
                visitor.accept(postings[entry]);
            }
        }
    }

    private void link(int entry) {
        int slot = slot(hashes[entry]);
        nexts[entry] = heads[slot];
        heads[slot] = entry;
    }

    // The hashes are keyed and mixed, so their low bits are as good as any.
    private int slot(long hash) {
        return (int) hash & (heads.length - 1);
    }

    private void grow() {
        int capacity = size * 2;
        hashes = Arrays.copyOf(hashes, capacity);
        postings = Arrays.copyOf(postings, capacity);
        nexts = Arrays.copyOf(nexts, capacity);
        heads = filled(capacity * 2);
        for (int entry = 0; entry < size; entry++) {
            link(entry);
        }
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NONE);
        return array;
    }
}
