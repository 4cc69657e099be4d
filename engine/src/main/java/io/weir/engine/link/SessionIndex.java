package io.weir.engine.link;

import io.weir.engine.fingerprint.Print;
import io.weir.schemas.event.ValuePrint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that one session has read, by hash. Derived from the session's stored reads. */
final class SessionIndex {

    private final List<SessionRead> reads = new ArrayList<>();
    private PrintIndex prints = new PrintIndex();
    private PrintIndex values = new PrintIndex();
    private final List<int[]> printPlaces = new ArrayList<>();
    private final List<int[]> valuePlaces = new ArrayList<>();
    private int weight;

    /** Adds a read. */
    void add(SessionRead read) {
        int ordinal = reads.size();
        reads.add(read);
        weight += read.weight();
        for (int i = 0; i < read.prints().size(); i++) {
            prints.add(read.prints().get(i).hash(), printPlaces.size());
            printPlaces.add(new int[] {ordinal, i});
        }
        for (int i = 0; i < read.values().size(); i++) {
            values.add(HexFormat.fromHexDigitsToLong(read.values().get(i).hash()), valuePlaces.size());
            valuePlaces.add(new int[] {ordinal, i});
        }
    }

    /** Forgets everything and adds these, oldest first, so that the order of arrival does not show. */
    void reset(List<SessionRead> kept) {
        reads.clear();
        prints = new PrintIndex();
        values = new PrintIndex();
        printPlaces.clear();
        valuePlaces.clear();
        weight = 0;
        kept.stream()
                .sorted(Comparator.comparingLong(SessionRead::timeMillis).thenComparing(SessionRead::eventId))
                .forEach(this::add);
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
        Set<Integer> ordinals = new TreeSet<>();
        Set<Integer> instructed = new TreeSet<>();
        values.forEach(HexFormat.fromHexDigitsToLong(hash), posting -> {
            int[] place = valuePlaces.get(posting);
            ordinals.add(place[0]);
            if (reads.get(place[0]).values().get(place[1]).instructed()) {
                instructed.add(place[0]);
            }
        });
        boolean firstInstructs =
                !ordinals.isEmpty() && instructed.contains(ordinals.iterator().next());
        return new Mention(ordinals, firstInstructs);
    }

    /** All places of a write that stand in reads, by the read's position, oldest first. */
    Map<Integer, List<Hit>> hits(Write write) {
        Map<Integer, List<Hit>> hits = new TreeMap<>();
        for (Print print : write.prints()) {
            prints.forEach(print.hash(), posting -> {
                int[] place = printPlaces.get(posting);
                Print source = reads.get(place[0]).prints().get(place[1]);
                add(hits, place[0], hit(source, print));
            });
        }
        for (ValuePrint value : write.values()) {
            values.forEach(HexFormat.fromHexDigitsToLong(value.hash()), posting -> {
                int[] place = valuePlaces.get(posting);
                ValuePrint source = reads.get(place[0]).values().get(place[1]);
                add(hits, place[0], hit(source, value));
            });
        }
        return hits;
    }

    private static void add(Map<Integer, List<Hit>> hits, int read, Hit hit) {
        hits.computeIfAbsent(read, none -> new ArrayList<>()).add(hit);
    }

    private static Hit hit(Print source, Print sink) {
        return new Hit(null, source.leaf(), source.start(), source.end(), sink.leaf(), sink.start(), sink.end(), 1);
    }

    private static Hit hit(ValuePrint source, ValuePrint sink) {
        return new Hit(
                sink.kind(), source.leaf(), source.start(), source.end(), sink.leaf(), sink.start(), sink.end(), 0);
    }
}
