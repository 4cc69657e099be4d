package io.weir.engine.link;

import io.weir.engine.fingerprint.PackedPrints;
import io.weir.schemas.event.PackedValues;

/**
 * The hashes of a read that may be among questions, to be looked for in one stretch of time after the other. Whether a
 * print says anything is asked once: boilerplate is in every stretch, and in many reads. Used by one thread.
 */
final class ReadHashes {

    private static final byte SAYS = 1;
    private static final byte SAYS_NOTHING = 2;

    private final FleetPart read;
    private final BucketIndex reads;
    private final HashReaders readers = new HashReaders();
    private final long[] hashes;
    private final byte[] known;
    private int size;

    /**
     * The hashes of a read of a bucket.
     *
     * @param all of all questions together
     * @param reads of the bucket, this one among them
     */
    ReadHashes(FleetPart read, QuestionFilter all, BucketIndex reads) {
        this.read = read;
        this.reads = reads;
        this.hashes = new long[read.weight()];
        this.known = new byte[hashes.length];
        for (int i = 0; i < read.prints().size(); i++) {
            addIfAmong(all, PackedPrints.hash(read.prints(), i), (byte) 0);
        }
        for (int i = 0; i < read.values().size(); i++) {
            addIfAmong(all, PackedValues.hash(read.values(), i), SAYS);
        }
    }

    private void addIfAmong(QuestionFilter all, long hash, byte says) {
        if (all.mayHold(hash)) {
            hashes[size] = hash;
            known[size++] = says;
        }
    }

    FleetPart read() {
        return read;
    }

    /** The next hash, from an index on, that a filter may hold and that says something; else the number of hashes. */
    int next(QuestionFilter filter, int from) {
        int next = from;
        while (next < size && !(filter.mayHold(hashes[next]) && says(next))) {
            next++;
        }
        return next;
    }

    private boolean says(int index) {
        if (known[index] == 0) {
            known[index] = reads.tells(hashes[index], readers) ? SAYS : SAYS_NOTHING;
        }
        return known[index] == SAYS;
    }

    int size() {
        return size;
    }

    long hash(int index) {
        return hashes[index];
    }
}
