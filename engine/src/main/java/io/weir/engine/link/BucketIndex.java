package io.weir.engine.link;

import io.weir.engine.fingerprint.Print;
import io.weir.schemas.event.ValuePrint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which reads of a bucket hold a hash. Derived from the stored reads of the bucket; it holds neither places nor
 * addresses, so that a million prints take tens of megabytes. What a write has in common with a read is found out from
 * the stored read, which is fetched only where a hash says so.
 */
final class BucketIndex {

    /** Sessions that a print may have been read in before it counts as common. */
    static final int COMMON_SESSIONS = 8;

    /** Reads of one hash that are looked at, the latest ones: text that is read again and again must not cost more. */
    private static final int READS_PER_HASH_MAX = 64;

    /**
     * A remembered read.
     *
     * @param id id under which it is stored
     * @param sequence number of its arrival
     * @param session who read it
     * @param timeMillis event time
     * @param sensitivity rank of its most sensitive class, 0 for none
     * @param weight number of prints and values
     */
    record Entry(String id, long sequence, String session, long timeMillis, int sensitivity, int weight) {

        private static final Comparator<Entry> MOST_DISPENSABLE = Comparator.comparingInt(Entry::sensitivity)
                .thenComparingLong(Entry::timeMillis)
                .thenComparing(Entry::id);
    }

    private List<Entry> entries = new ArrayList<>();
    private PrintIndex prints = new PrintIndex();
    private PrintIndex values = new PrintIndex();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Integer> sessions = new HashMap<>();
    // By number of the read: whoever asks for many reads of a hash would else go through as many objects.
    private int[] readers = new int[64];
    private int weight;

    /** Adds a read, which comes after all others. */
    void add(long sequence, String session, SessionRead read) {
        int number = entries.size();
        ids.add(read.eventId());
        entries.add(new Entry(read.eventId(), sequence, session, read.timeMillis(), read.sensitivity(), read.weight()));
        noteReader(number, session);
        weight += read.weight();
        for (Print print : read.prints()) {
            prints.add(print.hash(), number);
        }
        for (ValuePrint value : read.values()) {
            values.add(HexFormat.fromHexDigitsToLong(value.hash()), number);
        }
    }

    private void noteReader(int number, String session) {
        readers = number < readers.length ? readers : Arrays.copyOf(readers, number * 2);
        readers[number] = sessions.computeIfAbsent(session, unknown -> sessions.size());
    }

    /** Whether a read is remembered. */
    boolean remembers(String id) {
        return ids.contains(id);
    }

    /** Number of the next arrival. */
    long nextSequence() {
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).sequence() + 1;
    }

    int size() {
        return entries.size();
    }

    /** Number of prints and values. */
    int weight() {
        return weight;
    }

    /** Whether a read holds the print, and not so many sessions have lately read it that it says nothing. */
    boolean tells(long hash) {
        if (!prints.holds(hash)) {
            return false;
        }
        Readers distinct = new Readers();
        prints.walk(hash, number -> distinct.add(readers[number]));
        return distinct.count <= COMMON_SESSIONS;
    }

    /** Whether a read holds the value. */
    boolean holdsValue(long hash) {
        return values.holds(hash);
    }

    /** The sessions that have read something, until there are too many or enough reads were looked at. */
    private static final class Readers {
        private final int[] sessions = new int[COMMON_SESSIONS + 1];
        private int count;
        private int left = READS_PER_HASH_MAX;

        /** Adds the reader of one read; false if no more need be looked at. */
        boolean add(int session) {
            for (int i = 0; i < count; i++) {
                if (sessions[i] == session) {
                    return --left > 0;
                }
            }
            sessions[count++] = session;
            return --left > 0 && count <= COMMON_SESSIONS;
        }
    }

    /** The reads of other sessions that share most hashes with a write; the older of two that share as many. */
    List<Entry> sharing(Write write, int max) {
        Map<Integer, Integer> shared = new HashMap<>();
        int writer = sessions.getOrDefault(write.sessionKey(), -1);
        write.prints().forEach(print -> count(prints, print.hash(), writer, shared));
        write.values().forEach(value -> count(values, HexFormat.fromHexDigitsToLong(value.hash()), writer, shared));
        Comparator<Map.Entry<Integer, Integer>> mostFirst =
                Map.Entry.<Integer, Integer>comparingByValue().reversed();
        return shared.entrySet().stream()
                .sorted(mostFirst
                        .thenComparing(one -> entries.get(one.getKey()).timeMillis())
                        .thenComparing(one -> entries.get(one.getKey()).id()))
                .limit(max)
                .map(one -> entries.get(one.getKey()))
                .toList();
    }

    private void count(PrintIndex index, long hash, int writer, Map<Integer, Integer> shared) {
        int[] left = {READS_PER_HASH_MAX};
        index.walk(hash, number -> {
            if (readers[number] != writer) {
                shared.merge(number, 1, Integer::sum);
            }
            return --left[0] > 0;
        });
    }

    /** Forgets the least sensitive reads, the oldest of these first, down to these limits; at least one is kept. */
    List<Entry> forget(int readsMax, int weightMax) {
        List<Entry> dispensable = new ArrayList<>(entries);
        dispensable.sort(Entry.MOST_DISPENSABLE);
        int kept = entries.size();
        int count = 0;
        while (count < dispensable.size() - 1 && (kept > readsMax || weight > weightMax)) {
            weight -= dispensable.get(count++).weight();
            kept--;
        }
        List<Entry> forgotten = List.copyOf(dispensable.subList(0, count));
        forgotten.forEach(entry -> ids.remove(entry.id()));
        keepAllBut(new HashSet<>(forgotten));
        return forgotten;
    }

    private void keepAllBut(Set<Entry> forgotten) {
        BitSet kept = new BitSet();
        int[] numbers = new int[entries.size()];
        List<Entry> left = new ArrayList<>();
        sessions.clear();
        for (int number = 0; number < entries.size(); number++) {
            Entry entry = entries.get(number);
            if (!forgotten.contains(entry)) {
                kept.set(number);
                numbers[number] = left.size();
                left.add(entry);
                noteReader(numbers[number], entry.session());
            }
        }
        entries = left;
        prints = prints.renumbered(number -> kept.get(number) ? numbers[number] : -1);
        values = values.renumbered(number -> kept.get(number) ? numbers[number] : -1);
    }
}
