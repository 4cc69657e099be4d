package io.weir.engine.link;

/**
 * Tells of most hashes that are absent that they are, from one array of eight bits or more a hash; of none that is
 * present. The hashes are keyed, so their low bits are as good as any.
 */
final class HashFilter {

    private static final int BITS_PER_HASH = 8;
    private static final int LONGS_MIN = 8;

    private final long[] bits;
    private final long capacity;
    private int size;

    /** An empty filter for so many hashes at least. */
    HashFilter(int hashes) {
        int longs = LONGS_MIN;
        while ((long) longs * Long.SIZE < (long) hashes * BITS_PER_HASH) {
            longs *= 2;
        }
        this.bits = new long[longs];
        this.capacity = (long) longs * Long.SIZE / BITS_PER_HASH;
    }

    void add(long hash) {
        int bit = (int) hash & (bits.length * Long.SIZE - 1);
        // The shift of a long takes the low six bits of its distance.
        bits[bit >>> 6] |= 1L << bit;
        size++;
    }

    /** Whether the hash may be present. */
    boolean mayHold(long hash) {
        int bit = (int) hash & (bits.length * Long.SIZE - 1);
        return (bits[bit >>> 6] >>> bit & 1) != 0;
    }

    /** Whether it has taken more hashes than it is made for. */
    boolean isOverfull() {
        return size > capacity;
    }
}
