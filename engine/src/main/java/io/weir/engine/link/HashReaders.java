package io.weir.engine.link;

/**
 * The reads that hold one hash, the latest first, as far as they are looked at: text that is read again and again must
 * not cost more. Used again for each hash.
 */
final class HashReaders {

    private static final int READS_MAX = 64;

    private final int[] numbers = new int[READS_MAX];
    private final int[] sessions = new int[BucketIndex.COMMON_SESSIONS + 1];
    private int reads;
    private int distinct;

    /** Forgets them. */
    HashReaders clear() {
        reads = 0;
        distinct = 0;
        return this;
    }

    /** Adds a read; false if no more need be looked at. */
    boolean add(int number) {
        numbers[reads++] = number;
        return reads < READS_MAX;
    }

    /** The same, of what is common where many sessions have read it: then no more need be looked at either. */
    boolean add(int number, int session) {
        boolean more = add(number);
        for (int i = 0; i < distinct; i++) {
            if (sessions[i] == session) {
                return more;
            }
        }
        sessions[distinct++] = session;
        return more && distinct <= BucketIndex.COMMON_SESSIONS;
    }

    boolean isEmpty() {
        return reads == 0;
    }

    /** Whether so many sessions have read it that it says nothing. */
    boolean isCommon() {
        return distinct > BucketIndex.COMMON_SESSIONS;
    }

    int size() {
        return reads;
    }

    int number(int index) {
        return numbers[index];
    }
}
