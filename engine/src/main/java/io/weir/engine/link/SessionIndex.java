package io.weir.engine.link;

import io.weir.engine.fingerprint.PackedPrints;
import io.weir.engine.fingerprint.Print;
import io.weir.schemas.event.PackedValues;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.InstructionTone;
import io.weir.schemas.word.ValueKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one session has read, by hash. Derived from the session's stored reads. Reads that brought in the
 * very same have one position, so that content which is read again and again is matched once.
 */
final class SessionIndex {

    /**
     * Places of one hash that are looked at on either side, per read. Text that repeats itself would otherwise cost the
     * product of both sides; a copy is long before its seventeenth repeat is needed to prove it.
     */
    private static final int REPEATS_MAX = 16;

    /** To enter a print takes about as long as to go through so many. */
    private static final int SCANS_MAX = 16;

    private final List<SessionRead> reads = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    // By position: the reads of one content, oldest first, so that the order of arrival does not show.
    private final List<List<SessionRead>> contents = new ArrayList<>();
    private final Map<Long, Integer> byContent = new HashMap<>();
    private PrintIndex prints = new PrintIndex();
    private PrintIndex values = new PrintIndex();
    private final PlaceList printPlaces = new PlaceList();
    private final PlaceList valuePlaces = new PlaceList();
    private int valuesEntered;
    private int printsEntered;
    private int weightEntered;
    private long scanned;
    private int weight;
    private boolean overridden;
    private boolean overriddenByWord;

    /** Adds a read. */
    void add(SessionRead read) {
        Integer same = positionOfContent(read);
        if (same != null) {
            repeat(same, read);
            return;
        }
        int position = contents.size();
        byContent.putIfAbsent(read.contentHash(), position);
        contents.add(new ArrayList<>(List.of(read)));
        reads.add(read);
        positions.put(read.eventId(), position);
        weight += read.weight();
    }

    /** Most sessions read more often than they are asked, so values are entered when somebody asks for one. */
    private void enterValues() {
        while (valuesEntered < contents.size()) {
            SessionRead read = read(valuesEntered);
            values.expect(read.values().size());
            for (int i = 0; i < read.values().size(); i++) {
                values.add(PackedValues.hash(read.values(), i), valuePlaces.size());
                valuePlaces.add(valuesEntered, i);
            }
            noteOrders(read);
            valuesEntered++;
        }
    }

    /** Few sessions are asked often, so what was read is gone through until its index would have cost less. */
    private void enterPrintsIfWorthwhile() {
        int waiting = weight - weightEntered;
        scanned += waiting;
        if (scanned > (long) SCANS_MAX * waiting) {
            enterPrints();
            scanned = 0;
        }
    }

    private void enterPrints() {
        while (printsEntered < contents.size()) {
            SessionRead read = read(printsEntered);
            prints.expect(read.prints().size());
            for (int i = 0; i < read.prints().size(); i++) {
                prints.add(PackedPrints.hash(read.prints(), i), printPlaces.size());
                printPlaces.add(printsEntered, i);
            }
            weightEntered += read.weight();
            printsEntered++;
        }
    }

    private void noteOrders(SessionRead read) {
        if (!PackedValues.mayHave(read.values(), InstructionTone.OVERRIDE)) {
            return;
        }
        boolean byWord = false;
        boolean byAddress = false;
        for (ValuePrint value : read.values()) {
            if (value.tone() == InstructionTone.OVERRIDE) {
                byWord |= value.kind() == ValueKind.WORD;
                byAddress |= value.kind() != ValueKind.WORD;
            }
        }
        overridden |= byWord || byAddress;
        overriddenByWord |= byWord && !byAddress;
    }

    private void repeat(int position, SessionRead read) {
        List<SessionRead> occasions = contents.get(position);
        // The lists are those of the first, so that a repeat takes no room.
        SessionRead repeat = occasions.get(0).at(read.eventId(), read.traceId(), read.timeMillis(), read.place());
        int at = occasions.size();
        while (at > 0 && SessionRead.OLDEST_FIRST.compare(occasions.get(at - 1), repeat) > 0) {
            at--;
        }
        occasions.add(at, repeat);
        reads.add(repeat);
        positions.put(repeat.eventId(), position);
    }

    private @Nullable Integer positionOfContent(SessionRead read) {
        Integer position = byContent.get(read.contentHash());
        return position != null && contents.get(position).get(0).repeats(read) ? position : null;
    }

    /** Forgets everything and adds these, oldest first, so that the order of arrival does not show. */
    void reset(List<SessionRead> kept) {
        reads.clear();
        positions.clear();
        contents.clear();
        byContent.clear();
        prints = new PrintIndex();
        values = new PrintIndex();
        printPlaces.clear();
        valuePlaces.clear();
        valuesEntered = 0;
        printsEntered = 0;
        weightEntered = 0;
        scanned = 0;
        weight = 0;
        overridden = false;
        overriddenByWord = false;
        kept.stream().sorted(SessionRead.OLDEST_FIRST).forEach(this::add);
    }

    /** Whether a response is remembered. */
    boolean remembers(String eventId) {
        return positions.containsKey(eventId);
    }

    /** The reads that have brought in the very same as this one, oldest first; none where it is the first. */
    List<SessionRead> repeatedBy(SessionRead read) {
        Integer position = positionOfContent(read);
        return position == null ? List.of() : contents.get(position);
    }

    /** The position of a read that is remembered. */
    int positionOf(String eventId) {
        return Objects.requireNonNull(positions.get(eventId), eventId);
    }

    /** All reads. */
    List<SessionRead> reads() {
        return reads;
    }

    /** The oldest read at a position. */
    SessionRead read(int position) {
        return contents.get(position).get(0);
    }

    /** All reads at a position, oldest first. */
    List<SessionRead> occasions(int position) {
        return contents.get(position);
    }

    /** Number of prints and values; of what was read several times, once. */
    int weight() {
        return weight;
    }

    /** Whether a response orders, above the task, to deliver somewhere. */
    boolean isOverridden() {
        enterValues();
        return overridden;
    }

    /** Whether a response does so and names no address: where to, the agent has to find out elsewhere. */
    boolean isOverriddenByWord() {
        enterValues();
        return overriddenByWord;
    }

    /** Where a value stood in the responses, and how they order to deliver there. */
    Mention mention(String hash) {
        enterValues();
        TreeSet<Integer> ordinals = new TreeSet<>(oldestFirst());
        Map<Integer, InstructionTone> tones = new HashMap<>();
        values.forEach(HexFormat.fromHexDigitsToLong(hash), posting -> {
            int read = valuePlaces.read(posting);
            ordinals.add(read);
            InstructionTone tone =
                    read(read).values().get(valuePlaces.position(posting)).tone();
            if (tone != null) {
                tones.merge(read, tone, (first, second) -> first.compareTo(second) >= 0 ? first : second);
            }
        });
        InstructionTone first = ordinals.isEmpty() ? null : tones.get(ordinals.first());
        // Data that names the address beforehand must not clear an order that sets itself above the task.
        return new Mention(ordinals, tones.containsValue(InstructionTone.OVERRIDE) ? InstructionTone.OVERRIDE : first);
    }

    // Positions are by arrival, which differs from host to host; the time of a read does not.
    private Comparator<Integer> oldestFirst() {
        return Comparator.comparing(this::read, SessionRead.OLDEST_FIRST);
    }

    /** All places of a write that stand in reads, by the read's position, oldest read first. */
    Map<Integer, List<Hit>> hits(Write write) {
        enterValues();
        enterPrintsIfWorthwhile();
        HitsByRead hits = new HitsByRead();
        addPrintsEntered(write.prints(), hits);
        if (printsEntered < contents.size()) {
            addPrintsWaiting(write.prints(), hits);
        }
        addValues(write.values(), hits);
        return sorted(hits.all);
    }

    private void addPrintsEntered(List<Print> sinks, HitsByRead hits) {
        LongCounts seen = new LongCounts();
        for (int i = 0; i < sinks.size(); i++) {
            long hash = PackedPrints.hash(sinks, i);
            if (prints.holds(hash) && seen.add(hash) <= REPEATS_MAX) {
                Print sink = sinks.get(i);
                forEachPlace(
                        prints,
                        printPlaces,
                        hash,
                        (read, at) -> hits.add(read, hit(read(read).prints().get(at), sink)));
            }
        }
    }

    private void addPrintsWaiting(List<Print> sinks, HitsByRead hits) {
        PrintScan scan = new PrintScan(sinks, REPEATS_MAX);
        for (int position = printsEntered; position < contents.size(); position++) {
            List<Print> sources = read(position).prints();
            for (long match : scan.matches(sources)) {
                hits.add(position, hit(sources.get(PrintScan.at(match)), sinks.get(PrintScan.wanted(match))));
            }
        }
    }

    private void addValues(List<ValuePrint> sinks, HitsByRead hits) {
        LongCounts seen = new LongCounts();
        for (int i = 0; i < sinks.size(); i++) {
            long hash = PackedValues.hash(sinks, i);
            if (values.holds(hash) && seen.add(hash) <= REPEATS_MAX) {
                ValuePrint sink = sinks.get(i);
                forEachPlace(
                        values,
                        valuePlaces,
                        hash,
                        (read, at) -> hits.add(read, hit(read(read).values().get(at), sink)));
            }
        }
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

    /** Collects hits by the position of the read; where one was copied, nearly all are of that read. */
    private static final class HitsByRead {
        private final Map<Integer, List<Hit>> all = new HashMap<>();
        private int lastRead = -1;
        private List<Hit> last = List.of();

        void add(int read, Hit hit) {
            if (read != lastRead) {
                lastRead = read;
                last = all.computeIfAbsent(read, none -> new ArrayList<>());
            }
            last.add(hit);
        }
    }

    private interface PlaceVisitor {
        void accept(int read, int at);
    }
}
