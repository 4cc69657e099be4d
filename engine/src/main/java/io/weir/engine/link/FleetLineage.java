package io.weir.engine.link;

import io.weir.engine.destination.ToolWords;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.Match;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.Span;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.HopKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts the ways of one piece of content through several sessions together: what one agent reads and puts down, and
 * another takes up and sends, is one path.
 *
 * <p>Other sessions' calls are not known here, only what was answered. So a read leads to a later one with the same
 * stretch of the sink if the later one is the answer to a tool that writes, called by the same agent, or if the earlier
 * one is such an answer and the later was read from the same system.
 */
final class FleetLineage {

    private static final int STOPS_MAX = 8;
    private static final Comparator<Stop> EARLIEST_FIRST =
            Comparator.comparingLong(Stop::timeMillis).thenComparing(Stop::traceId);

    private final List<Stop> stops;

    /** The ways of what reads of other sessions share with a write. */
    FleetLineage(Write write, List<FleetSource> shared) {
        this.stops = shared.stream()
                .map(one -> Stop.of(one, write))
                .sorted(EARLIEST_FIRST)
                .toList();
    }

    /** The path of a link to the call that it is a link of. */
    static List<Hop> path(ToolCallScanned call, @Nullable RecordPlace place, List<FleetSource> shared, Link link) {
        List<Hop> path = new ArrayList<>(new FleetLineage(Write.of(call), shared).through(link));
        path.add(Lineage.sink(call, place));
        return path;
    }

    /** The hops from the first read of a link's content to the last, all of them in other sessions. */
    List<Hop> through(Link link) {
        return stops.stream()
                .filter(stop -> stop.traceId().equals(link.sourceTraceId()))
                .findFirst()
                .map(stop -> hops(upTo(onwards(stop))))
                .orElse(List.of(Lineage.read(link)));
    }

    /** The hops to a read of the session that sends: that read alone where nothing of another session leads to it. */
    List<Hop> to(Link link, SessionRead own, String agentId) {
        return hops(upTo(Stop.of(link, own, agentId)));
    }

    private Stop onwards(Stop from) {
        Stop at = from;
        for (Stop stop : stops) {
            at = at.leadsTo(stop) ? stop : at;
        }
        return at;
    }

    private Deque<Stop> upTo(Stop last) {
        Deque<Stop> way = new ArrayDeque<>(List.of(last));
        Optional<Stop> before = before(last);
        while (before.isPresent() && way.size() < STOPS_MAX) {
            way.addFirst(before.get());
            before = before(before.get());
        }
        return way;
    }

    private Optional<Stop> before(Stop later) {
        return stops.stream().filter(earlier -> earlier.leadsTo(later)).max(EARLIEST_FIRST);
    }

    private static List<Hop> hops(Deque<Stop> way) {
        List<Hop> hops = new ArrayList<>();
        for (Stop stop : way) {
            if (!hops.isEmpty() && stop.isPutDown()) {
                hops.add(stop.write());
            }
            hops.add(stop.read());
        }
        return hops;
    }

    /**
     * A read on the way.
     *
     * @param traceId decision on the call that was answered
     * @param tool its tool
     * @param agentId who called
     * @param timeMillis event time
     * @param place its record
     * @param systems what was called for it
     * @param stretches the stretches of the sink that stand in it
     */
    private record Stop(
            String traceId,
            String tool,
            String agentId,
            long timeMillis,
            @Nullable RecordPlace place,
            List<String> systems,
            List<Span> stretches) {

        static Stop of(FleetSource shared, Write write) {
            SessionRead read = shared.read();
            List<Span> stretches = shared.hits().stream()
                    .map(hit -> new Span(write.leaves().get(hit.sinkLeaf()).address(), hit.sinkStart(), hit.sinkEnd()))
                    .toList();
            return new Stop(
                    read.traceId(),
                    read.tool(),
                    shared.agentId(),
                    read.timeMillis(),
                    read.place(),
                    shared.systems(),
                    stretches);
        }

        static Stop of(Link link, SessionRead read, String agentId) {
            List<Span> stretches = link.matches().stream().map(Match::sink).toList();
            return new Stop(
                    read.traceId(), read.tool(), agentId, read.timeMillis(), read.place(), read.origins(), stretches);
        }

        boolean leadsTo(Stop later) {
            boolean putDown = later.isPutDown() && agentId.equals(later.agentId);
            boolean takenUp = isPutDown() && Systems.meet(tool, systems, later.tool, later.systems);
            return timeMillis < later.timeMillis && (putDown || takenUp) && sharesAStretchWith(later);
        }

        /** Whether the tool says by its name that it writes, so that the answer repeats what was put down. */
        boolean isPutDown() {
            return ToolWords.sayWrite(tool);
        }

        private boolean sharesAStretchWith(Stop other) {
            return stretches.stream().anyMatch(one -> other.stretches.stream().anyMatch(one::overlaps));
        }

        Hop read() {
            return new Hop(HopKind.READ, traceId, tool, agentId, timeMillis, place, Lineage.BRINGS_IN);
        }

        Hop write() {
            return new Hop(HopKind.WRITE, traceId, tool, agentId, timeMillis, null, CarriedCall.CARRIES_ON);
        }
    }
}
