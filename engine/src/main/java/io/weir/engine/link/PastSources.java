package io.weir.engine.link;

import io.weir.engine.state.StateTable;
import io.weir.schemas.event.ToolCallScanned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What other sessions had read of the calls that a session has sent outside, as their buckets told it, in a state
 * table: of each session what was told of the last 64 such calls, of each at most 128 KB. A bucket hears nothing of
 * what people say, and forgets; so this is what a statement about another session's read is judged by.
 */
final class PastSources {

    static final int CALLS_MAX = PastWrites.WRITES_MAX;
    static final int CALL_BYTES_MAX = PastWrites.WRITE_BYTES_MAX;

    private final StateTable state;

    PastSources(StateTable state) {
        this.state = state;
    }

    /**
     * Keeps what a bucket told of a call beside what was told before; of the same read the last counts. The oldest call
     * makes room.
     *
     * @return whether all of it is kept; what shares least is left out
     */
    boolean keep(ToolCallScanned call, List<FleetSource> told) {
        List<FleetSource> sources = merged(of(call), told);
        int all = sources.size();
        byte[] stored = encode(call, sources);
        while (stored.length > CALL_BYTES_MAX && !sources.isEmpty()) {
            sources.remove(sources.size() - 1);
            stored = encode(call, sources);
        }
        state.put(key(call), stored);
        List<String> keys = state.keys(prefix(call.principal().sessionKey()), CALLS_MAX + 1);
        if (keys.size() > CALLS_MAX) {
            state.delete(keys.get(0));
        }
        return sources.size() == all;
    }

    /** What is kept of a call. */
    List<FleetSource> of(ToolCallScanned call) {
        byte[] stored = state.get(key(call));
        return stored == null ? List.of() : FleetAnswerForm.decode(stored).sources();
    }

    private static List<FleetSource> merged(List<FleetSource> before, List<FleetSource> told) {
        Set<String> reads =
                told.stream().map(source -> source.read().traceId()).collect(Collectors.toCollection(HashSet::new));
        List<FleetSource> merged = new ArrayList<>(told);
        before.stream().filter(source -> reads.add(source.read().traceId())).forEach(merged::add);
        return merged;
    }

    private static byte[] encode(ToolCallScanned call, List<FleetSource> sources) {
        return FleetAnswerForm.encode(
                new FleetAnswer(call.principal().sessionKey(), call.traceId(), 0, 1, null, sources, null));
    }

    private static String prefix(String session) {
        return session + "\u0000past-sources\u0000";
    }

    /** Keys sort by the time of their calls, so that the oldest is the first. */
    private static String key(ToolCallScanned call) {
        return prefix(call.principal().sessionKey())
                + String.format(Locale.ROOT, "%016x", call.timeMillis())
                + call.traceId();
    }
}
