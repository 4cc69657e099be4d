package io.weir.engine.link;

import io.weir.engine.state.StateTable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The reads of one bucket of the fleet, in a state table: one entry per read, which is the number of its arrival and
 * then the read. The index over them is derived.
 *
 * <p>Bounded: a bucket over its limit forgets the least sensitive reads first, the oldest of these first.
 */
final class BucketMemory {

    private final StateTable state;
    private final String prefix;
    private final int readsMax;
    private final int weightMax;

    BucketMemory(StateTable state, String bucketKey, int readsMax, int weightMax) {
        this.state = state;
        this.prefix = bucketKey + "\u0000seen\u0000";
        this.readsMax = readsMax;
        this.weightMax = weightMax;
    }

    /** The bucket's index. */
    BucketIndex index() {
        return state.derived(prefix, BucketIndex.class, this::rebuild);
    }

    /** Remembers a read; one that is known already changes nothing. Gives the number of reads forgotten for it. */
    int remember(String session, SessionRead read) {
        BucketIndex index = index();
        if (index.remembers(read.eventId())) {
            return 0;
        }
        Arrival arrival = new Arrival(index.nextSequence(), session, read);
        state.put(prefix + read.eventId(), arrival.encode());
        index.add(arrival.sequence(), session, read);
        boolean full = index.size() > readsMax || index.weight() > weightMax;
        return full ? forgetSome(index) : 0;
    }

    /** A read that the index knows of. */
    SessionRead read(BucketIndex.Entry entry) {
        byte[] stored = state.get(prefix + entry.id());
        if (stored == null) {
            throw new IllegalStateException("the index of a bucket knows a read that is not stored");
        }
        return Arrival.decode(entry.session(), stored).read();
    }

    private int forgetSome(BucketIndex index) {
        // Down to seven eighths, so that the index is not cut at every read from now on.
        List<BucketIndex.Entry> forgotten = index.forget(readsMax / 8 * 7, weightMax / 8 * 7);
        forgotten.forEach(entry -> state.delete(prefix + entry.id()));
        return forgotten.size();
    }

    private BucketIndex rebuild() {
        List<Arrival> arrivals = new ArrayList<>();
        state.scan(
                prefix,
                (key, value) ->
                        arrivals.add(Arrival.decode(FleetIndexRule.sessionOf(key.substring(prefix.length())), value)));
        arrivals.sort(Comparator.comparingLong(Arrival::sequence));
        BucketIndex index = new BucketIndex(Math.max(1, weightMax / 4));
        arrivals.forEach(arrival -> index.add(arrival.sequence(), arrival.session(), arrival.read()));
        return index;
    }

    /** A read, the session that it belongs to, and the number of its arrival. */
    private record Arrival(long sequence, String session, SessionRead read) {

        byte[] encode() {
            byte[] encoded = SessionReadCodec.encode(read);
            return ByteBuffer.allocate(Long.BYTES + encoded.length)
                    .putLong(sequence)
                    .put(encoded)
                    .array();
        }

        static Arrival decode(String session, byte[] stored) {
            ByteBuffer bytes = ByteBuffer.wrap(stored);
            long sequence = bytes.getLong();
            byte[] encoded = new byte[bytes.remaining()];
            bytes.get(encoded);
            return new Arrival(sequence, session, SessionReadCodec.decode(encoded));
        }
    }
}
