package io.weir.engine.link;

import io.weir.engine.destination.CallReading;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.Match;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.Tier;
import io.weir.schemas.word.ValueKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Links earlier reads of a session with a later write of it, by exact values and by winnowed fingerprints. Pure: all
 * memory is in the state table.
 */
public final class SessionLinker {

    static final int LINKS_MAX = 8;
    private static final int MATCHES_MAX = 16;

    static final Comparator<Link> STRONGEST_FIRST = Comparator.comparingDouble(Link::score)
            .reversed()
            .thenComparing(Comparator.comparingInt(Link::matchedLength).reversed())
            .thenComparingLong(Link::sourceTimeMillis)
            .thenComparing(Link::sourceTraceId);

    /** Takes note of a response. Gives the number of earlier reads forgotten because the session is full. */
    public int remember(StateTable state, ResponseObserved event) {
        return remember(state, event, null);
    }

    /** Takes note of a response and of the record that it came in. */
    public int remember(StateTable state, ResponseObserved event, @Nullable RecordPlace place) {
        return remember(state, event.principal().sessionKey(), SessionRead.of(event, place));
    }

    int remember(StateTable state, String sessionKey, SessionRead read) {
        return new SessionMemory(state, sessionKey).remember(read);
    }

    /** Whether a session remembers a response. */
    public boolean remembers(StateTable state, String sessionKey, String eventId) {
        return new SessionMemory(state, sessionKey).remembers(eventId);
    }

    /**
     * The links of a write with its session and with other sessions, strongest first, at most 8. The state is only
     * read.
     *
     * @param timeMillis event time of the write
     */
    public List<Link> links(StateTable state, Write write, long timeMillis, Elsewhere elsewhere) {
        Circumstances circumstances = elsewhere.circumstances(write.call(), timeMillis);
        List<Link> own = links(state, write, circumstances);
        double strongest = own.isEmpty() ? 0 : own.get(0).score();
        Stream<Link> fleet =
                FleetLinks.of(state, write, timeMillis, FleetLinks.shared(write, elsewhere), circumstances).stream()
                        .filter(link -> link.score() > strongest);
        return Stream.concat(fleet, own.stream()).limit(LINKS_MAX).toList();
    }

    /**
     * The links of a recorded call, with its session computed anew. Those with other sessions are taken from the
     * record: what other nodes knew at that time is an input of the decision.
     */
    public List<Link> linksAgain(StateTable state, ToolCallScanned call) {
        Write write = Write.of(call);
        Set<String> own = new SessionMemory(state, write.sessionKey())
                .index().reads().stream().map(SessionRead::traceId).collect(Collectors.toSet());
        // So is what people had let go by then: a link that it has lowered says so.
        Stream<Link> recorded = call.outcome().links().stream()
                .filter(link -> !own.contains(link.sourceTraceId()) || Leniency.hasLowered(link));
        Set<String> lowered = call.outcome().links().stream()
                .filter(Leniency::hasLowered)
                .map(Link::sourceTraceId)
                .collect(Collectors.toSet());
        Stream<Link> again = links(state, write).stream().filter(link -> !lowered.contains(link.sourceTraceId()));
        return Stream.concat(recorded, again)
                .sorted(STRONGEST_FIRST)
                .limit(LINKS_MAX)
                .toList();
    }

    /** The links of a write with what its session has read, strongest first, at most 8. The state is only read. */
    public List<Link> links(StateTable state, Write write) {
        return links(state, write, Circumstances.NONE);
    }

    /** The same under what people have said about content; what a declassification has lowered says so. */
    List<Link> links(StateTable state, Write write, Circumstances circumstances) {
        return links(Encounter.of(state, write), circumstances);
    }

    /** The same of a write that has met its session's reads already. */
    List<Link> links(Encounter encounter, Circumstances circumstances) {
        SessionIndex index = encounter.index();
        Write own = encounter.write();
        DestinationView destination = encounter.destination();
        Leniency leniency = Leniency.of(own, index, destination, circumstances);
        List<Link> links = new ArrayList<>();
        overlaps(encounter).forEach((position, overlap) -> {
            for (SessionRead occasion : tellable(index.occasions(position), circumstances)) {
                SessionRead read = circumstances.known(occasion);
                LinkScore score = LinkScorer.score(own, position, read, overlap, destination);
                if (score != null) {
                    links.add(link(own, read, overlap, leniency.lowered(position, read, score), destination));
                }
            }
        });
        links.sort(STRONGEST_FIRST);
        return withoutBareOrders(links).stream().limit(LINKS_MAX).toList();
    }

    /** An order that was obeyed stands for itself only where no copy, which tells of the order too, weighs as much. */
    private static List<Link> withoutBareOrders(List<Link> strongestFirst) {
        Optional<Tier> copied = strongestFirst.stream()
                .filter(link -> !link.matches().isEmpty())
                .map(Link::tier)
                .findFirst()
                .filter(tier -> tier.atLeast(Tier.ALERT));
        return strongestFirst.stream()
                .filter(link -> !link.matches().isEmpty()
                        || copied.filter(tier -> tier.atLeast(link.tier())).isEmpty())
                .toList();
    }

    /** Reads of the same are as strong as each other, unless people have said something about one of them. */
    private static List<SessionRead> tellable(List<SessionRead> occasions, Circumstances circumstances) {
        boolean alike = circumstances.declassifications().isEmpty() && circumstances.classification() == null;
        return alike ? occasions.subList(0, Math.min(LINKS_MAX, occasions.size())) : occasions;
    }

    /** The link of a write with content that was not read but spoken of, if there is any. */
    List<Link> linksWith(StateTable state, Write write, SessionRead spokenOf, Circumstances circumstances) {
        SessionIndex index = new SessionMemory(state, write.sessionKey()).index();
        DestinationView destination = DestinationView.of(write, index);
        Write own = Exemption.of(write, circumstances.declassifications()).strip(write);
        SessionIndex spoken = new SessionIndex();
        spoken.add(spokenOf);
        List<Link> links = new ArrayList<>();
        spoken.hits(own).values().forEach(hits -> {
            Overlap overlap = Overlap.of(hits);
            LinkScore score = LinkScorer.score(own, -1, spokenOf, overlap, destination);
            if (score != null && !overlap.isEmpty()) {
                links.add(link(own, spokenOf, overlap, score, destination));
            }
        });
        return links;
    }

    /** What a write shares with each read; also nothing, with the read that orders to deliver to its destination. */
    private static Map<Integer, Overlap> overlaps(Encounter encounter) {
        Map<Integer, Overlap> overlaps = new LinkedHashMap<>();
        encounter.hits().forEach((position, hits) -> {
            Overlap overlap = Overlap.of(hits);
            if (!overlap.isEmpty()) {
                overlaps.put(position, overlap);
            }
        });
        DestinationView destination = encounter.destination();
        if (destination.tone() != null) {
            destination.reads().stream().findFirst().ifPresent(first -> overlaps.putIfAbsent(first, Overlap.NONE));
        }
        return overlaps;
    }

    /**
     * Adds up what the calls of a session take out of its reads bit by bit, and gives the links that this call
     * completes. The state takes note of the call.
     */
    List<Drip> drips(StateTable state, Encounter asked, Coverage.Call call, Circumstances circumstances) {
        Exemption exemption = Exemption.of(asked.write(), circumstances.declassifications());
        Encounter encounter = asked.without(exemption);
        SessionIndex index = encounter.index();
        Write own = encounter.write();
        DestinationView destination = encounter.destination();
        if (!own.carriesOut() || !destination.outside()) {
            return List.of();
        }
        Map<Integer, List<Hit>> hits = new LinkedHashMap<>(encounter.hits());
        Map<Integer, SessionRead> sources = new HashMap<>();
        hits.keySet()
                .forEach(position -> index.occasions(position).stream()
                        .filter(read -> exemption.ofSource(read.traceId()) == null)
                        .findFirst()
                        .ifPresent(read -> sources.put(position, read)));
        hits.keySet().retainAll(sources.keySet());
        List<Drip> drips = new ArrayList<>();
        new CoverageLedger(state, own, call).add(hits, index).forEach((position, coverage) -> {
            SessionRead read = Objects.requireNonNull(sources.get(position), "a source");
            Overlap last = new Overlap(hits.getOrDefault(position, List.of()), List.of());
            LinkScore score = LinkScorer.score(own, position, read, asOne(last, read, coverage), destination);
            if (score != null) {
                List<String> reasons = new ArrayList<>(score.reasons());
                reasons.add("added up over " + coverage.calls().size() + " calls of the session within "
                        + CoverageLedger.WINDOW.toDays() + " days");
                LinkScore told = new LinkScore(score.score(), score.tier(), reasons);
                drips.add(new Drip(link(own, read, last, told, destination), coverage.calls()));
            }
        });
        return drips;
    }

    /** What all calls together have taken, as if the last of them had taken it. */
    private static Overlap asOne(Overlap last, SessionRead read, Coverage coverage) {
        Coverage.Row row = CoverageLedger.row(read, coverage);
        int sinkLeaf = last.runs().get(0).sinkLeaf();
        Coverage.Stretch part = row.stretch();
        Hit whole = new Hit(
                null, part.leaf(), part.start(), part.end(), sinkLeaf, part.start(), part.start() + row.covered(), 1);
        return new Overlap(List.of(whole), List.of());
    }

    /**
     * A write without its own addresses, whatever the user said: what stands in a request may have been read by the
     * agent that made the request.
     */
    static Write withoutAddresses(Write write) {
        return withoutRequested(new Write(
                write.sessionKey(),
                write.traceId(),
                write.call(),
                write.leaves(),
                write.prints(),
                write.values(),
                null));
    }

    /** What the user said, and the address itself, is no content that leaks. */
    static Write withoutRequested(Write write) {
        RequestSketch request = write.request();
        BitSet sent = write.sent();
        Set<String> hashes = new HashSet<>();
        Set<String> places = new HashSet<>();
        for (Destination destination : write.call().destinations()) {
            hashes.add(destination.hash());
            places.add(CallReading.leafOf(destination));
        }
        return new Write(
                write.sessionKey(),
                write.traceId(),
                write.call(),
                write.leaves(),
                Selection.of(
                        write.prints(),
                        print -> sent.get(print.leaf())
                                && (request == null || !request.prints().contains(print.hash()))),
                Selection.of(
                        write.values(),
                        value -> sent.get(value.leaf())
                                && !hashes.contains(value.hash())
                                && !(isAddress(value)
                                        && places.contains(
                                                write.leaves().get(value.leaf()).address()))
                                && (request == null || !request.values().contains(value.hash()))),
                request);
    }

    private static boolean isAddress(ValuePrint value) {
        return value.kind() == ValueKind.URL || value.kind() == ValueKind.HOST;
    }

    /** A link with its evidence. */
    static Link link(Write write, SessionRead read, Overlap overlap, LinkScore score, DestinationView destination) {
        List<Match> matches = Stream.concat(overlap.runs().stream(), overlap.values().stream())
                .sorted(Comparator.comparingInt(Hit::length).reversed())
                .map(hit -> hit.match(read, write))
                .toList();
        return new Link(
                read.traceId(),
                read.tool(),
                read.timeMillis(),
                write.traceId(),
                score.tier(),
                score.score(),
                read.dataClasses(),
                destination.provenance(),
                overlap.length(),
                share(overlap, write.prints().size()),
                share(overlap, read.prints().size()),
                matches.subList(0, Math.min(MATCHES_MAX, matches.size())),
                Math.max(0, matches.size() - MATCHES_MAX),
                score.reasons(),
                read.place());
    }

    private static double share(Overlap overlap, int prints) {
        int matched = overlap.runs().stream().mapToInt(Hit::prints).sum();
        return prints == 0 ? 0 : Math.min(1, Math.round(1000.0 * matched / prints) / 1000.0);
    }
}
