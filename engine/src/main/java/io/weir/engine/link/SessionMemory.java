package io.weir.engine.link;

import io.weir.engine.state.StateTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The reads of one session, in a state table: one entry per read, so that taking note of a response costs that response
 * and not the session. The index over them is derived.
 *
 * <p>Bounded: a session over its limit forgets the least sensitive reads first, the oldest of these first, so that
 * flooding a session with harmless reads does not evict a secret.
 */
final class SessionMemory {

    /** Reads that one session remembers. */
    static final int READS_MAX = 2_048;

    /** Prints and values that one session remembers; about 40 bytes each in the state, 60 in the index. */
    static final int WEIGHT_MAX = 400_000;

    private static final Comparator<SessionRead> MOST_DISPENSABLE = Comparator.comparingInt(SessionRead::sensitivity)
            .thenComparingLong(SessionRead::timeMillis)
            .thenComparing(SessionRead::eventId);

    private final StateTable state;
    private final String prefix;

    SessionMemory(StateTable state, String sessionKey) {
        this.state = state;
        this.prefix = prefix(sessionKey);
    }

    /** What the keys of a session's reads begin with, and what its index is derived from. */
    static String prefix(String sessionKey) {
        return sessionKey + "\u0000read\u0000";
    }

    /** The session's index. */
    SessionIndex index() {
        return state.derived(prefix, SessionIndex.class, this::rebuild);
    }

    /** Whether a read is remembered. */
    boolean remembers(String eventId) {
        return state.get(prefix + eventId) != null;
    }

    /** Remembers a read; one that is known already changes nothing. Gives the number of reads forgotten for it. */
    int remember(SessionRead read) {
        SessionIndex index = index();
        if (index.remembers(read.eventId())) {
            return 0;
        }
        state.put(prefix + read.eventId(), SessionReadCodec.encode(read));
        index.add(read);
        boolean full = index.reads().size() > READS_MAX || index.weight() > WEIGHT_MAX;
        return full ? forgetSome(index) : 0;
    }

    private int forgetSome(SessionIndex index) {
        List<SessionRead> reads = new ArrayList<>(index.reads());
        reads.sort(MOST_DISPENSABLE);
        int kept = reads.size();
        int weight = index.weight();
        int forgotten = 0;
        // Down to seven eighths, so that the index is not rebuilt at every read from now on.
        while (forgotten < reads.size() - 1 && (kept > READS_MAX / 8 * 7 || weight > WEIGHT_MAX / 8 * 7)) {
            SessionRead read = reads.get(forgotten++);
            state.delete(prefix + read.eventId());
            kept--;
            weight -= read.weight();
        }
        index.reset(reads.subList(forgotten, reads.size()));
        return forgotten;
    }

    private SessionIndex rebuild() {
        List<SessionRead> reads = new ArrayList<>();
        state.scan(prefix, (key, value) -> reads.add(SessionReadCodec.decode(value)));
        SessionIndex index = new SessionIndex();
        index.reset(reads);
        return index;
    }
}
