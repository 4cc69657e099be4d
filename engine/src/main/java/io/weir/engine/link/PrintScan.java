package io.weir.engine.link;

import io.weir.engine.fingerprint.PackedPrints;
import io.weir.engine.fingerprint.Print;
import java.util.Arrays;
import java.util.List;

/**
 * Finds some prints among those of one read after the other, which are gone through. What is looked for is small enough
 * for a processor's cache, and an index of reads is not, so this takes a small part of the time that it takes to make
 * one, as long as it is not asked often. Used by one thread.
 */
final class PrintScan {

    private static final int MATCHES_MIN = 64;

    private final PrintIndex wanted;
    private final int repeatsMax;
    // By the first print of a hash that is looked for: how often the read at hand has it, as far as that is looked at.
    private final int[] repeats;
    private long[] matches = new long[MATCHES_MIN];
    private int count;

    /**
     * Looks for prints.
     *
     * @param repeatsMax of several prints with one hash, so many are looked for, the first ones, and so many are looked
     *     at in each read, the last ones
     */
    PrintScan(List<Print> wanted, int repeatsMax) {
        this.wanted = new PrintIndex(wanted.size());
        this.repeatsMax = repeatsMax;
        this.repeats = new int[wanted.size()];
        // The latest is visited first.
        for (int i = wanted.size() - 1; i >= 0; i--) {
            this.wanted.add(PackedPrints.hash(wanted, i), i);
        }
    }

    /** What of a read is looked for: in the order of what is looked for, and for each of these the last one first. */
    long[] matches(List<Print> read) {
        if (count > 0) {
            Arrays.fill(repeats, 0);
            count = 0;
        }
        for (int at = read.size() - 1; at >= 0; at--) {
            long hash = PackedPrints.hash(read, at);
            if (wanted.holds(hash)) {
                note(hash, at);
            }
        }
        long[] sorted = Arrays.copyOf(matches, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private void note(long hash, int at) {
        int before = count;
        wanted.walk(hash, index -> {
            // The first one counts for all of its hash.
            boolean more = count > before || repeats[index]++ < repeatsMax;
            if (more) {
                add(index, at);
            }
            return more && count - before < repeatsMax;
        });
    }

    private void add(int index, int at) {
        matches = count == matches.length ? Arrays.copyOf(matches, 2 * count) : matches;
        matches[count++] = (long) index << Integer.SIZE | Integer.MAX_VALUE - at;
    }

    /** The index of the print that was looked for. */
    static int wanted(long match) {
        return (int) (match >>> Integer.SIZE);
    }

    /** The index of the print of the read. */
    static int at(long match) {
        return Integer.MAX_VALUE - (int) match;
    }
}
