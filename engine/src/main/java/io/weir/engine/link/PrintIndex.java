package io.weir.engine.link;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * A multimap from 64-bit hashes to postings, each a number from 0 that the caller gives meaning to. Open addressing
 * with linear probing over primitive arrays, no object per entry: 26 to 51 bytes a distinct hash, and 8 to 16 a posting
 * of a hash that has several.
 *
 * <p>What is far larger than the processor's cache costs as many steps as it touches lines of memory. So a slot is a
 * hash and, where that has one posting only, as nearly all have, the posting, side by side. And most hashes that are
 * asked for are not there: a bit for each value of some low bits of a hash, eight for each slot, tells nearly all of
 * these from one small array that stays in the cache, where the slots do not.
 */
final class PrintIndex {

    private static final int NONE = -1;

    /** Longs of a slot: the hash, and what it holds. */
    private static final int SLOT_LONGS = 2;

    /**
     * What a free slot holds. One that is taken holds a posting, or this bit and the latest link of a chain of them.
     */
    private static final long FREE = -1;

    private static final long CHAINED = 1L << Integer.SIZE;

    private static final int SEEN_PER_SLOT = 8;

    /** Share of the slots that may be taken, in thirds. */
    private static final int LOAD_THIRDS_MAX = 2;

    private static final int SLOTS_MIN = 64;
    private static final int CHAIN_MIN = 16;

    private long[] slots;
    private long[] seen;
    private int taken;
    // A posting in the high half, the link before it in the low one.
    private long[] chain = new long[CHAIN_MIN];
    private int links;

    /** An empty index that grows as it is filled. */
    PrintIndex() {
        this(0);
    }

    /** An empty index with room for so many hashes: to grow costs as much as to add all anew. */
    PrintIndex(int expected) {
        int count = slotsFor(expected);
        slots = free(count);
        seen = new long[count * SEEN_PER_SLOT / Long.SIZE];
    }

    private static int slotsFor(int hashes) {
        int slots = SLOTS_MIN;
        while (hashes > slots / 3 * LOAD_THIRDS_MAX) {
            slots *= 2;
        }
        return slots;
    }

    private int slotCount() {
        return slots.length / SLOT_LONGS;
    }

    /** Makes room for so many more hashes at one go. */
    void expect(int more) {
        int count = slotsFor(taken + more);
        if (count > slotCount()) {
            grow(count);
        }
    }

    void add(long hash, int posting) {
        int at = at(hash);
        long held = slots[at + 1];
        if (held != FREE) {
            slots[at + 1] = CHAINED | link(posting, held < CHAINED ? link((int) held, NONE) : (int) held);
            return;
        }
        slots[at] = hash;
        slots[at + 1] = posting;
        see(hash);
        taken++;
        if (taken > slotCount() / 3 * LOAD_THIRDS_MAX) {
            grow(slotCount() * 2);
        }
    }

    private int link(int posting, int before) {
        if (links == chain.length) {
            chain = Arrays.copyOf(chain, links * 2);
        }
        chain[links] = (long) posting << Integer.SIZE | Integer.toUnsignedLong(before);
        return links++;
    }

    /** Whether the hash has postings. */
    boolean holds(long hash) {
        return isSeen(hash) && slots[at(hash) + 1] != FREE;
    }

    /** Visits the postings of a hash, the latest first. */
    void forEach(long hash, IntConsumer visitor) {
        walk(hash, posting -> {
            visitor.accept(posting);
            return true;
        });
    }

    /** Visits the postings of a hash, the latest first, as long as the visitor wants more; true if it still does. */
    boolean walk(long hash, IntPredicate visitor) {
        return !isSeen(hash) || walk(at(hash), visitor);
    }

    private boolean walk(int at, IntPredicate visitor) {
        long held = slots[at + 1];
        if (held < CHAINED) {
            return held == FREE || visitor.test((int) held);
        }
        for (int link = (int) held; link != NONE; link = (int) chain[link]) {
            if (!visitor.test((int) (chain[link] >>> Integer.SIZE))) {
                return false;
            }
        }
        return true;
    }

    /** Adds all hashes to a filter. */
    void copyTo(HashFilter filter) {
        for (int at = 0; at < slots.length; at += SLOT_LONGS) {
            if (slots[at + 1] != FREE) {
                filter.add(slots[at]);
            }
        }
    }

    /** Adds all to another index, under other postings, in the same order; those that become negative are left out. */
    void copyTo(PrintIndex target, IntUnaryOperator numbers) {
        KeptPostings kept = new KeptPostings(numbers);
        for (int at = 0; at < slots.length; at += SLOT_LONGS) {
            walk(at, kept);
            kept.moveTo(target, slots[at]);
        }
    }

    /** The postings of one hash that are kept, under their other numbers. */
    private static final class KeptPostings implements IntPredicate {

        private final IntUnaryOperator numbers;
        private int[] kept = new int[8];
        private int count;

        KeptPostings(IntUnaryOperator numbers) {
            this.numbers = numbers;
        }

        @Override
        public boolean test(int posting) {
            int number = numbers.applyAsInt(posting);
            if (number >= 0) {
                kept = count == kept.length ? Arrays.copyOf(kept, count * 2) : kept;
                kept[count++] = number;
            }
            return true;
        }

        void moveTo(PrintIndex target, long hash) {
            while (count > 0) {
                target.add(hash, kept[--count]);
            }
        }
    }

    /**
     * Where the slot of a hash begins, or the free one where it belongs. The hashes are keyed, so their low bits are as
     * good as any.
     */
    private int at(long hash) {
        int mask = slots.length - 1;
        int at = (int) hash * SLOT_LONGS & mask;
        while (slots[at + 1] != FREE && slots[at] != hash) {
            at = at + SLOT_LONGS & mask;
        }
        return at;
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

    private void grow(int count) {
        long[] old = slots;
        slots = free(count);
        seen = new long[count * SEEN_PER_SLOT / Long.SIZE];
        for (int from = 0; from < old.length; from += SLOT_LONGS) {
            if (old[from + 1] != FREE) {
                int at = at(old[from]);
                slots[at] = old[from];
                slots[at + 1] = old[from + 1];
                see(old[from]);
            }
        }
    }

    private static long[] free(int count) {
        long[] slots = new long[count * SLOT_LONGS];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
