package io.weir.engine.link;

import java.util.Arrays;

/**
 * How often each number has come, in an open-addressed table with linear probing. The low bits of the numbers must
 * differ, as those of keyed hashes and of what is numbered one after the other do.
 */
final class LongCounts {

    private static final int SLOTS_MIN = 64;

    private long[] numbers = new long[SLOTS_MIN];
    // 0 for a free slot.
    private int[] counts = new int[SLOTS_MIN];
    private int taken;

    /** Counts one more; gives how many there were with it. */
    int add(long number) {
        int slot = slot(number);
        if (counts[slot] == 0) {
            if (++taken > numbers.length / 2) {
                grow();
                slot = slot(number);
            }
            numbers[slot] = number;
        }
        return ++counts[slot];
    }

    /** Visits each number that has come. */
    void forEach(Visitor visitor) {
        for (int slot = 0; slot < counts.length; slot++) {
            if (counts[slot] != 0) {
                visitor.accept(numbers[slot], counts[slot]);
            }
        }
    }

    /** Is told of numbers. */
    interface Visitor {
        /** A number that has come so often. */
        void accept(long number, int count);
    }

    private int slot(long number) {
        int mask = numbers.length - 1;
        int slot = (int) number & mask;
        while (counts[slot] != 0 && numbers[slot] != number) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldNumbers = numbers;
        int[] oldCounts = counts;
        numbers = Arrays.copyOf(numbers, numbers.length * 2);
        counts = new int[numbers.length];
        for (int old = 0; old < oldCounts.length; old++) {
            if (oldCounts[old] != 0) {
                int slot = slot(oldNumbers[old]);
                numbers[slot] = oldNumbers[old];
                counts[slot] = oldCounts[old];
            }
        }
    }
}
