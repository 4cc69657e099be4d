package io.weir.engine.link;

import io.weir.engine.state.StateTable;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.Match;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.HopKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts the ways of one piece of content together: read, put down, taken up, sent is one path and not three findings.
 *
 * <p>A read continues another one if the same stretch of the sink stands in both, and between them a call carried
 * content of the first to where the second was read. A session remembers its last 256 such calls.
 */
final class Lineage {

    /** What a read does on a path. */
    static final String BRINGS_IN = "brings content in";

    private static final int CALLS_MAX = 256;
    private static final int HOPS_MAX = 16;

    private final StateTable state;
    private final String sessionKey;
    private final String prefix;

    Lineage(StateTable state, String sessionKey) {
        this.state = state;
        this.sessionKey = sessionKey;
        this.prefix = sessionKey + "\u0000carried\u0000";
    }

    /** Takes note of a call that carries content of earlier reads on, at whatever tier. */
    void note(ToolCallScanned call, @Nullable RecordPlace place, List<Link> links) {
        List<Link> copies =
                links.stream().filter(link -> link.matchedLength() > 0).toList();
        if (copies.isEmpty()) {
            return;
        }
        String key = prefix + HexFormat.of().toHexDigits(call.timeMillis()) + call.traceId();
        if (state.get(key) != null) {
            return;
        }
        state.put(key, CarriedCallCodec.encode(CarriedCall.of(call, place, copies)));
        List<String> keys = new ArrayList<>();
        state.scan(prefix, (stored, value) -> keys.add(stored));
        keys.subList(0, Math.max(0, keys.size() - CALLS_MAX)).forEach(state::delete);
    }

    /** The path of the strongest link's content, from the first read to the sink. */
    List<Hop> path(ToolCallScanned sink, @Nullable RecordPlace place, List<Link> strongest, List<Link> all) {
        Map<String, SessionRead> reads = new HashMap<>();
        new SessionMemory(state, sessionKey).index().reads().forEach(read -> reads.put(read.traceId(), read));
        Deque<Hop> hops = new ArrayDeque<>();
        Link start = strongest.get(0);
        hops.add(hop(start, reads));
        List<CarriedCall> calls = calls(sink);
        extend(start, all, reads, calls, hops, true);
        extend(start, all, reads, calls, hops, false);
        hops.add(sink(sink, place));
        return List.copyOf(hops);
    }

    /** The last hop. */
    static Hop sink(ToolCallScanned sink, @Nullable RecordPlace place) {
        return new Hop(
                HopKind.WRITE,
                sink.traceId(),
                sink.call().tool(),
                sink.principal().agentId(),
                sink.timeMillis(),
                place,
                "carries it out");
    }

    private void extend(
            Link from,
            List<Link> all,
            Map<String, SessionRead> reads,
            List<CarriedCall> calls,
            Deque<Hop> hops,
            boolean backwards) {
        Link at = from;
        while (hops.size() < HOPS_MAX) {
            Optional<Step> step = backwards ? before(at, all, reads, calls) : after(at, all, reads, calls);
            if (step.isEmpty() || hops.contains(hop(step.get().link(), reads))) {
                return;
            }
            Step next = step.get();
            List<Hop> between =
                    next.isAnswered() ? List.of() : List.of(next.by().hop());
            if (backwards) {
                between.forEach(hops::addFirst);
                hops.addFirst(hop(next.link(), reads));
            } else {
                between.forEach(hops::addLast);
                hops.addLast(hop(next.link(), reads));
            }
            at = next.link();
        }
    }

    /**
     * One step from read to read, by a call in between.
     *
     * @param by the call
     * @param isAnswered whether the earlier read is the answer to this very call, which then stands before it already
     * @param link the read that it leads to
     */
    private record Step(CarriedCall by, boolean isAnswered, Link link) {}

    private static Optional<Step> before(
            Link at, List<Link> all, Map<String, SessionRead> reads, List<CarriedCall> calls) {
        return all.stream()
                .sorted(Comparator.comparingLong(Link::sourceTimeMillis).reversed())
                .flatMap(earlier -> step(earlier, at, earlier, reads, calls).stream())
                .findFirst();
    }

    private static Optional<Step> after(
            Link at, List<Link> all, Map<String, SessionRead> reads, List<CarriedCall> calls) {
        return all.stream()
                .sorted(Comparator.comparingLong(Link::sourceTimeMillis))
                .flatMap(later -> step(at, later, later, reads, calls).stream())
                .findFirst();
    }

    private static Optional<Step> step(
            Link earlier, Link later, Link reached, Map<String, SessionRead> reads, List<CarriedCall> calls) {
        SessionRead takenUp = reads.get(later.sourceTraceId());
        if (takenUp == null
                || earlier.sourceTraceId().equals(later.sourceTraceId())
                || earlier.sourceTimeMillis() > later.sourceTimeMillis()
                || !shareASinkStretch(earlier, later)) {
            return Optional.empty();
        }
        return calls.stream()
                .filter(call -> leads(earlier, call) && call.isTakenUpBy(takenUp))
                .map(call -> new Step(call, call.isAnsweredBy(earlier), reached))
                .findFirst();
    }

    private static boolean leads(Link read, CarriedCall call) {
        boolean carried = call.sources().contains(read.sourceTraceId()) && call.timeMillis() >= read.sourceTimeMillis();
        return carried || call.isAnsweredBy(read);
    }

    private static boolean shareASinkStretch(Link first, Link second) {
        return first.matches().stream()
                .map(Match::sink)
                .anyMatch(one -> second.matches().stream().map(Match::sink).anyMatch(one::overlaps));
    }

    /** The hop of a link's read. */
    static Hop read(Link link) {
        return new Hop(
                HopKind.READ,
                link.sourceTraceId(),
                link.sourceTool(),
                null,
                link.sourceTimeMillis(),
                link.sourcePlace(),
                BRINGS_IN);
    }

    /** The same with the record that the session knows: a link that was found inline has none. */
    private static Hop hop(Link link, Map<String, SessionRead> reads) {
        SessionRead read = reads.get(link.sourceTraceId());
        Hop hop = read(link);
        return read == null
                ? hop
                : new Hop(hop.kind(), hop.traceId(), hop.tool(), null, hop.timeMillis(), read.place(), hop.says());
    }

    private List<CarriedCall> calls(ToolCallScanned sink) {
        List<CarriedCall> calls = new ArrayList<>();
        state.scan(prefix, (key, value) -> calls.add(CarriedCallCodec.decode(value)));
        calls.removeIf(call -> call.traceId().equals(sink.traceId()));
        return calls;
    }
}
