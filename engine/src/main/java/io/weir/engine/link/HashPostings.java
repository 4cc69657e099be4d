package io.weir.engine.link;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * A multimap from 40-bit hashes to numbers below 2^24, a long each, in an open-addressed table with linear probing:
 * between 11 and 23 bytes a posting. What has more postings than anybody asks for gets no further ones.
 */
final class HashPostings {

    /** Numbers that a posting can hold. */
    static final int NUMBERS_MAX = 1 << 24;

    /** Postings of one hash. */
    static final int POSTINGS_MAX = 64;

    private static final int NUMBER_BITS = 24;
    private static final long EMPTY = -1;

    private long[] table = emptied(1 << 10);
    private int size;

    /** Adds a posting. */
    void add(long hash, int number) {
        if (size >= table.length / 10 * 7) {
            grow();
        }
        long posting = (hash << NUMBER_BITS) | number;
        int held = 0;
        int slot = slot(hash);
        while (table[slot] != EMPTY && held < POSTINGS_MAX) {
            if (table[slot] == posting) {
                return;
            }
            held += (table[slot] >>> NUMBER_BITS) == hash ? 1 : 0;
            slot = next(slot);
        }
        if (held < POSTINGS_MAX) {
            table[slot] = posting;
            size++;
        }
    }

    /** Visits the numbers of a hash. */
    void forEach(long hash, IntConsumer visitor) {
        walk(hash, number -> {
            visitor.accept(number);
            return true;
        });
    }

    /** Visits the numbers of a hash, as long as the visitor wants more. */
    void walk(long hash, IntPredicate visitor) {
        boolean more = true;
        for (int slot = slot(hash); more && table[slot] != EMPTY; slot = next(slot)) {
            if ((table[slot] >>> NUMBER_BITS) == hash) {
                more = visitor.test((int) table[slot] & (NUMBERS_MAX - 1));
            }
        }
    }

    /** The same with other numbers; postings whose number becomes negative are left out. */
    HashPostings renumbered(IntUnaryOperator numbers) {
        HashPostings renumbered = new HashPostings();
        for (long posting : table) {
            int number = posting == EMPTY ? -1 : numbers.applyAsInt((int) posting & (NUMBERS_MAX - 1));
            if (number >= 0) {
                renumbered.add(posting >>> NUMBER_BITS, number);
            }
        }
        return renumbered;
    }

    /** Number of postings. */
    int size() {
        return size;
    }

    /** Memory of the table. */
    long bytes() {
        return (long) table.length * Long.BYTES;
    }

    private void grow() {
        long[] old = table;
        table = emptied(old.length * 2);
        for (long posting : old) {
            if (posting != EMPTY) {
                int slot = slot(posting >>> NUMBER_BITS);
                while (table[slot] != EMPTY) {
                    slot = next(slot);
                }
                table[slot] = posting;
            }
        }
    }

    // The hashes are keyed and mixed, so their low bits are as good as any.
    private int slot(long hash) {
        return (int) hash & (table.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (table.length - 1);
    }

    private static long[] emptied(int length) {
        long[] table = new long[length];
        Arrays.fill(table, EMPTY);
        return table;
    }
}
