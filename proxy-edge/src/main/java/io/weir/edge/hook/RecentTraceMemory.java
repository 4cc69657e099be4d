package io.weir.edge.hook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers the {@value #CALLS_MAX} calls that were decided last. Safe to share between threads. */
final class RecentTraceMemory implements TraceMemory {

    private static final int CALLS_MAX = 10_000;

    private final Map<String, String> traceIds = new LinkedHashMap<>();

    @Override
    public synchronized void keep(HookEvent event, String traceId) {
        traceIds.put(TraceMemory.name(event), traceId);
        if (traceIds.size() > CALLS_MAX) {
            traceIds.remove(traceIds.keySet().iterator().next());
        }
    }

    @Override
    public synchronized Optional<String> take(HookEvent event) {
        return Optional.ofNullable(traceIds.remove(TraceMemory.name(event)));
    }
}
