package io.weir.engine.link;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * A multimap from 64-bit hashes to postings, each a number that the caller gives meaning to. Open addressing with linear
 * probing over primitive arrays, no object per entry: 8 to 16 bytes a posting and 19 to 38 bytes a distinct hash.
 *
 * <p>Most hashes that are asked for are not there. A bit for each value of some low bits of a hash, eight for each slot,
 * tells nearly all of these from one small array that stays in the processor's cache, where the slots do not.
 */
final class PrintIndex {

    private static final int NONE = -1;

    private static final int SEEN_PER_SLOT = 8;

    /** Share of the slots that may be taken, in thirds. */
    private static final int LOAD_THIRDS_MAX = 2;

    private static final int SLOTS_MIN = 64;

    private long[] hashes;
    private int[] heads;
    private long[] seen;
    private int taken;
    private int[] postings;
    private int[] nexts;
    private int size;

    /** An empty index that grows as it is filled. */
    PrintIndex() {
        this(0);
    }

    /** An empty index with room for so many postings: to grow costs as much as to add all anew. */
    PrintIndex(int expected) {
        int slots = slotsFor(expected);
        hashes = new long[slots];
        heads = filled(slots);
        seen = new long[slots * SEEN_PER_SLOT / Long.SIZE];
        postings = new int[Math.max(SLOTS_MIN / 2, expected)];
        nexts = new int[postings.length];
    }

    private static int slotsFor(int hashes) {
        int slots = SLOTS_MIN;
        while (hashes > slots / 3 * LOAD_THIRDS_MAX) {
            slots *= 2;
        }
        return slots;
    }

    /** Makes room for so many more postings at one go. */
    void expect(int more) {
        int slots = slotsFor(taken + more);
        if (slots > heads.length) {
            grow(slots);
        }
    }

    void add(long hash, int posting) {
        if (size == postings.length) {
            postings = Arrays.copyOf(postings, size * 2);
            nexts = Arrays.copyOf(nexts, size * 2);
        }
        int slot = slot(hash);
        postings[size] = posting;
        nexts[size] = heads[slot];
        taken += heads[slot] == NONE ? 1 : 0;
        hashes[slot] = hash;
        heads[slot] = size;
        see(hash);
        size++;
        if (taken > heads.length / 3 * LOAD_THIRDS_MAX) {
            grow(heads.length * 2);
        }
    }

    /** Whether the hash has postings. */
    boolean holds(long hash) {
        return isSeen(hash) && heads[slot(hash)] != NONE;
    }

    /** Visits the postings of a hash, the latest first. */
    void forEach(long hash, IntConsumer visitor) {
        int entry = isSeen(hash) ? heads[slot(hash)] : NONE;
        while (entry != NONE) {
            visitor.accept(postings[entry]);
            entry = nexts[entry];
        }
    }

    /** Visits the postings of a hash, the latest first, as long as the visitor wants more; true if it still does. */
    boolean walk(long hash, IntPredicate visitor) {
        int entry = isSeen(hash) ? heads[slot(hash)] : NONE;
        while (entry != NONE) {
            if (!visitor.test(postings[entry])) {
                return false;
            }
            entry = nexts[entry];
        }
        return true;
    }

    /** Adds all hashes to a filter. */
    void copyTo(HashFilter filter) {
        for (int slot = 0; slot < heads.length; slot++) {
            if (heads[slot] != NONE) {
                filter.add(hashes[slot]);
            }
        }
    }

    /** Adds all to another index, under other postings, in the same order; those that become negative are left out. */
    void copyTo(PrintIndex target, IntUnaryOperator numbers) {
        int[] kept = new int[8];
        for (int slot = 0; slot < heads.length; slot++) {
            int count = 0;
            for (int entry = heads[slot]; entry != NONE; entry = nexts[entry]) {
                int posting = numbers.applyAsInt(postings[entry]);
                if (posting >= 0) {
                    kept = count == kept.length ? Arrays.copyOf(kept, count * 2) : kept;
                    kept[count++] = posting;
                }
            }
            while (count > 0) {
                target.add(hashes[slot], kept[--count]);
            }
        }
    }

    /** The slot of a hash, or the free one where it belongs. The hashes are keyed, so their low bits are as good as any. */
    private int slot(long hash) {
        int mask = heads.length - 1;
        int slot = (int) hash & mask;
        while (heads[slot] != NONE && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isSeen(long hash) {
        int bit = (int) hash & (seen.length * Long.SIZE - 1);
        // The shift of a long takes the low six bits of its distance.
        return (seen[bit >>> 6] >>> bit & 1) != 0;
    }

    private void see(long hash) {
        int bit = (int) hash & (seen.length * Long.SIZE - 1);
        seen[bit >>> 6] |= 1L << bit;
    }

    private void grow(int slots) {
        long[] oldHashes = hashes;
        int[] oldHeads = heads;
        hashes = new long[slots];
        heads = filled(slots);
        seen = new long[slots * SEEN_PER_SLOT / Long.SIZE];
        for (int old = 0; old < oldHeads.length; old++) {
            if (oldHeads[old] != NONE) {
                int slot = slot(oldHashes[old]);
                hashes[slot] = oldHashes[old];
                heads[slot] = oldHeads[old];
                see(oldHashes[old]);
            }
        }
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NONE);
        return array;
    }
}
