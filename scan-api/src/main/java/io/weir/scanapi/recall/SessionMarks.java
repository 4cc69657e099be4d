package io.weir.scanapi.recall;

import io.weir.engine.link.TaintMark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which reads each session has had on any node, bounded in bytes: sessions with nothing sensitive go first, of these
 * the one that was heard of longest ago. Not safe to share between threads.
 */
final class SessionMarks {

    /** Reads of one session. */
    static final int READS_MAX = 256;

    /** Sensitivities, none included. */
    private static final int RANKS = 5;

    /** Estimated heap: map node, key, list. */
    private static final int SESSION_BYTES = 260;

    /** Estimated heap: the record, its id, its place in the list. The session's key is shared. */
    private static final int MARK_BYTES = 160;

    private static final Comparator<Numbered> MOST_DISPENSABLE = Comparator.comparingInt(
                    (Numbered numbered) -> numbered.mark().sensitivity())
            .thenComparingLong(numbered -> numbered.mark().timeMillis());

    private final long bytesMax;
    private final Map<String, List<Numbered>> sessions = new HashMap<>();

    /** The sessions by their most sensitive read; in each the one heard of longest ago first. */
    private final List<Map<String, Boolean>> byRank = new ArrayList<>();

    private long heard;
    private long bytes;

    SessionMarks(long bytesMax) {
        this.bytesMax = bytesMax;
        for (int rank = 0; rank < RANKS; rank++) {
            byRank.add(new LinkedHashMap<>());
        }
    }

    /**
     * A read in the order in which this node heard of it.
     *
     * @param number grows from read to read
     */
    record Numbered(long number, TaintMark mark) {}

    /** Adds a read. Gives the number of reads forgotten for it. */
    int add(TaintMark mark) {
        List<Numbered> reads = sessions.get(mark.sessionKey());
        if (reads == null) {
            reads = new ArrayList<>(2);
            sessions.put(mark.sessionKey(), reads);
            bytes += SESSION_BYTES;
        } else if (reads.stream().anyMatch(read -> read.mark().eventId().equals(mark.eventId()))) {
            return 0;
        }
        unrank(mark.sessionKey(), reads);
        reads.add(new Numbered(++heard, mark));
        bytes += MARK_BYTES;
        int forgotten = 0;
        if (reads.size() > READS_MAX) {
            reads.remove(Collections.min(reads, MOST_DISPENSABLE));
            bytes -= MARK_BYTES;
            forgotten++;
        }
        byRank.get(rank(reads)).put(mark.sessionKey(), Boolean.TRUE);
        return forgotten + evict();
    }

    /** The reads of a session that were heard of after a number. */
    List<Numbered> after(String sessionKey, long number) {
        return sessions.getOrDefault(sessionKey, List.of()).stream()
                .filter(read -> read.number() > number)
                .toList();
    }

    /** Forgets the sessions that were last heard of before a time. */
    void expire(long oldestMillis) {
        for (Map<String, Boolean> ranked : byRank) {
            Iterator<String> eldestFirst = ranked.keySet().iterator();
            boolean expired = true;
            while (expired && eldestFirst.hasNext()) {
                String sessionKey = eldestFirst.next();
                List<Numbered> reads = sessions.getOrDefault(sessionKey, List.of());
                expired = reads.stream().allMatch(read -> read.mark().timeMillis() < oldestMillis);
                if (expired) {
                    eldestFirst.remove();
                    forget(sessionKey);
                }
            }
        }
    }

    /** Sessions known now. */
    int size() {
        return sessions.size();
    }

    /** Estimated heap. */
    long bytes() {
        return bytes;
    }

    private int evict() {
        int forgotten = 0;
        for (Map<String, Boolean> ranked : byRank) {
            Iterator<String> eldestFirst = ranked.keySet().iterator();
            while (bytes > bytesMax && eldestFirst.hasNext()) {
                String sessionKey = eldestFirst.next();
                eldestFirst.remove();
                forgotten += forget(sessionKey);
            }
        }
        return forgotten;
    }

    private int forget(String sessionKey) {
        List<Numbered> reads = sessions.remove(sessionKey);
        int count = reads == null ? 0 : reads.size();
        bytes -= SESSION_BYTES + (long) count * MARK_BYTES;
        return count;
    }

    private void unrank(String sessionKey, List<Numbered> reads) {
        byRank.get(rank(reads)).remove(sessionKey);
    }

    private static int rank(List<Numbered> reads) {
        int rank = 0;
        for (Numbered read : reads) {
            rank = Math.max(rank, read.mark().sensitivity());
        }
        return Math.min(rank, RANKS - 1);
    }
}
