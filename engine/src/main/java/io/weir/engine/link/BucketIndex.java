package io.weir.engine.link;

import io.weir.engine.fingerprint.PackedPrints;
import io.weir.schemas.event.PackedValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which reads of a bucket hold a hash. Derived from the stored reads of the bucket; it holds neither places nor
 * addresses, so that a million prints take tens of megabytes. What a write has in common with a read is found out from
 * the stored read, which is fetched only where a hash says so.
 */
final class BucketIndex {

    /** Sessions that a print may have been read in before it counts as common. */
    static final int COMMON_SESSIONS = 8;

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

    private static final int NUMBERS_PER_READ_MAX = 4;

    private final int layerWeight;
    // By number of the read; null where it is forgotten.
    private List<@Nullable Entry> entries = new ArrayList<>();
    private List<BucketLayer> layers = new ArrayList<>();
    // Of prints and values together: what is asked for is in no layer as a rule, and need not be looked for in each.
    private HashFilter filter = new HashFilter(0);
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Integer> sessions = new HashMap<>();
    // By number of the read: whoever asks for many reads of a hash would else go through as many objects.
    private int[] readers = new int[64];
    private int weight;

    /** An empty index in layers of about so many prints and values. */
    BucketIndex(int layerWeight) {
        this.layerWeight = layerWeight;
    }

    /** Adds a read, which comes after all others. */
    void add(long sequence, String session, SessionRead read) {
        int number = entries.size();
        ids.add(read.eventId());
        entries.add(new Entry(read.eventId(), sequence, session, read.timeMillis(), read.sensitivity(), read.weight()));
        noteReader(number, session);
        weight += read.weight();
        BucketLayer last = layers.isEmpty() ? null : layers.get(layers.size() - 1);
        if (last == null || last.weight() >= layerWeight) {
            // Who has filled a layer will fill the next one.
            last = new BucketLayer(number, layers.isEmpty() ? 0 : layerWeight);
            layers.add(last);
        }
        last.add(number, read);
        for (int i = 0; i < read.prints().size(); i++) {
            filter.add(PackedPrints.hash(read.prints(), i));
        }
        for (int i = 0; i < read.values().size(); i++) {
            filter.add(PackedValues.hash(read.values(), i));
        }
        if (filter.isOverfull()) {
            filterAnew();
        }
    }

    private void filterAnew() {
        filter = new HashFilter(2 * weight);
        for (BucketLayer layer : layers) {
            layer.prints().copyTo(filter);
            layer.values().copyTo(filter);
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
        for (int number = entries.size() - 1; number >= 0; number--) {
            Entry entry = entries.get(number);
            if (entry != null) {
                return entry.sequence() + 1;
            }
        }
        return 0;
    }

    int size() {
        return ids.size();
    }

    /** Number of prints and values. */
    int weight() {
        return weight;
    }

    /**
     * Whether a read holds the print, and not so many sessions have lately read it that it says nothing.
     *
     * @param found where the reads are told
     */
    boolean tells(long hash, HashReaders found) {
        found.clear();
        if (filter.mayHold(hash)) {
            walk(BucketLayer::prints, hash, number -> found.add(number, readers[number]));
        }
        return !found.isEmpty() && !found.isCommon();
    }

    /**
     * Whether a read holds the value.
     *
     * @param found where the reads are told
     */
    boolean holdsValue(long hash, HashReaders found) {
        found.clear();
        if (filter.mayHold(hash)) {
            walk(BucketLayer::values, hash, found::add);
        }
        return !found.isEmpty();
    }

    /** Visits the reads that hold a hash, the latest first, as long as the visitor wants more. */
    private void walk(Function<BucketLayer, PrintIndex> hashes, long hash, IntPredicate visitor) {
        boolean more = true;
        for (int layer = layers.size() - 1; layer >= 0 && more; layer--) {
            PrintIndex index = hashes.apply(layers.get(layer));
            more = index.walk(hash, number -> entries.get(number) == null || visitor.test(number));
        }
    }

    /** The number of a session that has read something here; another number for all others. */
    int sessionNumber(String session) {
        return sessions.getOrDefault(session, -1);
    }

    /** The number of the session whose read has this number. */
    int readerOf(int number) {
        return readers[number];
    }

    /** The read with a number. */
    Entry entry(int number) {
        return Objects.requireNonNull(entries.get(number), "a forgotten read");
    }

    /** Forgets the least sensitive reads, the oldest of these first, down to these limits; at least one is kept. */
    List<Entry> forget(int readsMax, int weightMax) {
        int[] dispensable = IntStream.range(0, entries.size())
                .filter(number -> entries.get(number) != null)
                .boxed()
                .sorted(Comparator.comparing(this::entry, Entry.MOST_DISPENSABLE))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Entry> forgotten = new ArrayList<>();
        while (forgotten.size() < dispensable.length - 1 && (ids.size() > readsMax || weight > weightMax)) {
            forgotten.add(forget(dispensable[forgotten.size()]));
        }
        tidy();
        return forgotten;
    }

    private Entry forget(int number) {
        Entry entry = entry(number);
        entries.set(number, null);
        ids.remove(entry.id());
        weight -= entry.weight();
        int layer = layers.size() - 1;
        while (layers.get(layer).first() > number) {
            layer--;
        }
        layers.get(layer).lose(entry.weight());
        return entry;
    }

    /**
     * Takes out what is forgotten where it is half of a layer or more; numbers the reads anew when most numbers are
     * free.
     */
    private void tidy() {
        List<BucketLayer> tidied = new ArrayList<>();
        for (BucketLayer layer : layers) {
            BucketLayer before = tidied.isEmpty() ? null : tidied.get(tidied.size() - 1);
            if (layer.live() > layer.weight() / 2) {
                tidied.add(layer);
            } else if (before != null && before.live() + layer.live() <= layerWeight) {
                tidied.set(tidied.size() - 1, before.with(layer, this::ifKept));
            } else if (layer.live() > 0) {
                tidied.add(layer.renumbered(layer.first(), this::ifKept));
            }
        }
        // What the filter knows of forgotten reads stays until it is full: it only tells of fewer hashes that they are
        // absent.
        layers = tidied;
        if (entries.size() > Math.max(layerWeight, NUMBERS_PER_READ_MAX * ids.size())) {
            renumber();
        }
        sessions.clear();
        for (int number = 0; number < entries.size(); number++) {
            Entry entry = entries.get(number);
            if (entry != null) {
                noteReader(number, entry.session());
            }
        }
    }

    private int ifKept(int number) {
        return entries.get(number) == null ? -1 : number;
    }

    private void renumber() {
        int[] numbers = new int[entries.size()];
        List<@Nullable Entry> kept = new ArrayList<>();
        for (int number = 0; number < numbers.length; number++) {
            // A free number is that of the next read: a layer may begin with one.
            numbers[number] = kept.size();
            if (entries.get(number) != null) {
                kept.add(entries.get(number));
            }
        }
        layers = new ArrayList<>(layers.stream()
                .map(layer ->
                        layer.renumbered(numbers[layer.first()], number -> ifKept(number) < 0 ? -1 : numbers[number]))
                .toList());
        entries = kept;
    }
}
