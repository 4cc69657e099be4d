package io.weir.engine.link;

import io.weir.engine.fingerprint.Print;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.InstructionTone;
import io.weir.schemas.word.ValueKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Everything that one session has read, by hash. Derived from the session's stored reads. */
final class SessionIndex {

    /**
     * Places of one hash that are looked at on either side, per read. Text that repeats itself would otherwise cost the
     * product of both sides; a copy is long before its seventeenth repeat is needed to prove it.
     */
    private static final int REPEATS_MAX = 16;

    private final List<SessionRead> reads = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private PrintIndex prints = new PrintIndex();
    private PrintIndex values = new PrintIndex();
    private final PlaceList printPlaces = new PlaceList();
    private final PlaceList valuePlaces = new PlaceList();
    private int weight;

    /** Adds a read. */
    void add(SessionRead read) {
        int ordinal = reads.size();
        reads.add(read);
        ids.add(read.eventId());
        weight += read.weight();
        for (int i = 0; i < read.prints().size(); i++) {
            prints.add(read.prints().get(i).hash(), printPlaces.size());
            printPlaces.add(ordinal, i);
        }
        for (int i = 0; i < read.values().size(); i++) {
            values.add(HexFormat.fromHexDigitsToLong(read.values().get(i).hash()), valuePlaces.size());
            valuePlaces.add(ordinal, i);
        }
    }

    /** Forgets everything and adds these, oldest first, so that the order of arrival does not show. */
    void reset(List<SessionRead> kept) {
        reads.clear();
        ids.clear();
        prints = new PrintIndex();
        values = new PrintIndex();
        printPlaces.clear();
        valuePlaces.clear();
        weight = 0;
        kept.stream().sorted(SessionRead.OLDEST_FIRST).forEach(this::add);
    }

    /** Whether a response is remembered. */
    boolean remembers(String eventId) {
        return ids.contains(eventId);
    }

    List<SessionRead> reads() {
        return reads;
    }

    /** Number of prints and values. */
    int weight() {
        return weight;
    }

    /** Where a value stood in the responses: how in the first of them, and in which of them. */
    Mention mention(String hash) {
        TreeSet<Integer> ordinals = new TreeSet<>(oldestFirst());
        Map<Integer, InstructionTone> tones = new HashMap<>();
        values.forEach(HexFormat.fromHexDigitsToLong(hash), posting -> {
            int read = valuePlaces.read(posting);
            ordinals.add(read);
            InstructionTone tone =
                    reads.get(read).values().get(valuePlaces.position(posting)).tone();
            if (tone != null) {
                tones.merge(read, tone, (first, second) -> first.compareTo(second) >= 0 ? first : second);
            }
        });
        return new Mention(ordinals, ordinals.isEmpty() ? null : tones.get(ordinals.first()));
    }

    // Positions are by arrival, which differs from host to host; the time of a read does not.
    private Comparator<Integer> oldestFirst() {
        return Comparator.comparing(reads::get, SessionRead.OLDEST_FIRST);
    }

    /** All places of a write that stand in reads, by the read's position, oldest read first. */
    Map<Integer, List<Hit>> hits(Write write) {
        Map<Integer, List<Hit>> hits = new HashMap<>();
        Map<Long, Integer> printsSeen = new HashMap<>();
        for (Print print : write.prints()) {
            if (prints.holds(print.hash()) && printsSeen.merge(print.hash(), 1, Integer::sum) <= REPEATS_MAX) {
                forEachPlace(
                        prints,
                        printPlaces,
                        print.hash(),
                        (read, at) ->
                                add(hits, read, hit(reads.get(read).prints().get(at), print)));
            }
        }
        Map<Long, Integer> valuesSeen = new HashMap<>();
        for (ValuePrint value : write.values()) {
            long hash = HexFormat.fromHexDigitsToLong(value.hash());
            if (values.holds(hash) && valuesSeen.merge(hash, 1, Integer::sum) <= REPEATS_MAX) {
                forEachPlace(
                        values,
                        valuePlaces,
                        hash,
                        (read, at) ->
                                add(hits, read, hit(reads.get(read).values().get(at), value)));
            }
        }
        return sorted(hits);
    }

    private Map<Integer, List<Hit>> sorted(Map<Integer, List<Hit>> hits) {
        Map<Integer, List<Hit>> sorted = new LinkedHashMap<>();
        hits.keySet().stream()
                .sorted(oldestFirst())
                .forEach(read -> sorted.put(read, hits.getOrDefault(read, List.of())));
        return sorted;
    }

    /** Visits the places of a hash, at most 16 in each read. The postings of one read stand together. */
    private void forEachPlace(PrintIndex index, PlaceList places, long hash, PlaceVisitor visitor) {
        int[] current = {-1, 0};
        index.forEach(hash, posting -> {
            int read = places.read(posting);
            current[1] = read == current[0] ? current[1] + 1 : 1;
            current[0] = read;
            if (current[1] <= REPEATS_MAX) {
                visitor.accept(read, places.position(posting));
            }
        });
    }

    private static void add(Map<Integer, List<Hit>> hits, int read, Hit hit) {
        hits.computeIfAbsent(read, none -> new ArrayList<>()).add(hit);
    }

    private static Hit hit(Print source, Print sink) {
        return new Hit(null, source.leaf(), source.start(), source.end(), sink.leaf(), sink.start(), sink.end(), 1);
    }

    private static Hit hit(ValuePrint source, ValuePrint sink) {
        return new Hit(
                kind(source, sink),
                source.leaf(),
                source.start(),
                source.end(),
                sink.leaf(),
                sink.start(),
                sink.end(),
                0);
    }

    /** A word of a call is what it was in the response. */
    private static ValueKind kind(ValuePrint source, ValuePrint sink) {
        return sink.kind() == ValueKind.WORD ? source.kind() : sink.kind();
    }

    private interface PlaceVisitor {
        void accept(int read, int at);
    }
}
