package io.weir.engine.link;

import io.weir.engine.state.StateTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
        List<SessionRead> before = index.repeatedBy(read);
        if (before.isEmpty()) {
            state.put(prefix + read.eventId(), SessionReadCodec.encode(read));
        } else {
            keepAsRepeat(read, wholeIdOf(before));
        }
        index.add(read);
        boolean full = index.reads().size() > READS_MAX || index.weight() > WEIGHT_MAX;
        return full ? forgetSome(index) : 0;
    }

    /** Which of the reads of one content is kept whole: what any of them is kept as says so. */
    private String wholeIdOf(List<SessionRead> occasions) {
        String anyId = occasions.get(0).eventId();
        byte[] stored = state.get(prefix + anyId);
        return stored != null && RepeatedRead.isIn(stored)
                ? RepeatedRead.decode(stored).wholeId()
                : anyId;
    }

    private int forgetSome(SessionIndex index) {
        List<SessionRead> reads = new ArrayList<>(index.reads());
        reads.sort(MOST_DISPENSABLE);
        Map<Integer, Integer> occasions = new HashMap<>();
        reads.forEach(read -> occasions.merge(index.positionOf(read.eventId()), 1, Integer::sum));
        int kept = reads.size();
        int weight = index.weight();
        int forgotten = 0;
        // Down to seven eighths, so that the index is not rebuilt at every read from now on.
        while (forgotten < reads.size() - 1 && (kept > READS_MAX / 8 * 7 || weight > WEIGHT_MAX / 8 * 7)) {
            SessionRead read = reads.get(forgotten++);
            kept--;
            weight -= occasions.merge(index.positionOf(read.eventId()), -1, Integer::sum) == 0 ? read.weight() : 0;
        }
        List<SessionRead> gone = reads.subList(0, forgotten);
        keepWhole(index, gone);
        gone.forEach(read -> state.delete(prefix + read.eventId()));
        index.reset(reads.subList(forgotten, reads.size()));
        return forgotten;
    }

    /** Of content that loses the read that is kept whole, another one is kept whole. */
    private void keepWhole(SessionIndex index, List<SessionRead> gone) {
        Set<String> goneIds = gone.stream().map(SessionRead::eventId).collect(Collectors.toSet());
        gone.stream().map(read -> index.positionOf(read.eventId())).distinct().forEach(position -> {
            List<SessionRead> occasions = index.occasions(position);
            List<SessionRead> left = occasions.stream()
                    .filter(read -> !goneIds.contains(read.eventId()))
                    .toList();
            if (!left.isEmpty() && goneIds.contains(wholeIdOf(occasions))) {
                SessionRead whole = left.get(0);
                state.put(prefix + whole.eventId(), SessionReadCodec.encode(whole));
                left.subList(1, left.size()).forEach(read -> keepAsRepeat(read, whole.eventId()));
            }
        });
    }

    private void keepAsRepeat(SessionRead read, String wholeId) {
        state.put(prefix + read.eventId(), RepeatedRead.of(read, wholeId).encode());
    }

    private SessionIndex rebuild() {
        Map<String, SessionRead> whole = new LinkedHashMap<>();
        List<RepeatedRead> repeated = new ArrayList<>();
        state.scan(prefix, (key, value) -> {
            if (RepeatedRead.isIn(value)) {
                repeated.add(RepeatedRead.decode(value));
            } else {
                SessionRead read = SessionReadCodec.decode(value);
                whole.put(read.eventId(), read);
            }
        });
        List<SessionRead> reads = new ArrayList<>(whole.values());
        for (RepeatedRead repeat : repeated) {
            SessionRead same = whole.get(repeat.wholeId());
            // An ended session is removed piece by piece, so what was read may be gone before its repeats are.
            if (same != null) {
                reads.add(repeat.with(same));
            }
        }
        SessionIndex index = new SessionIndex();
        index.reset(reads);
        return index;
    }
}
