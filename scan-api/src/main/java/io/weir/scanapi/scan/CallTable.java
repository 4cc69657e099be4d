package io.weir.scanapi.scan;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The calls whose responses are awaited, by trace id, because a response carries no more than that. Bounded: the oldest
 * call goes first, and is counted.
 *
 * <p>Safe to share between threads.
 */
public final class CallTable {

    private final int callsMax;
    private final Counter evicted;
    private final ReentrantLock guard = new ReentrantLock();
    private final Map<String, KnownCall> calls = new LinkedHashMap<>();

    /** A table of at most this many calls. */
    public CallTable(int callsMax, MeterRegistry meters) {
        this.callsMax = callsMax;
        this.evicted = Counter.builder("weir.calls.evicted")
                .description("Scanned calls that were forgotten to stay within the limit.")
                .register(meters);
    }

    void remember(String traceId, KnownCall call) {
        guard.lock();
        try {
            calls.put(traceId, call);
            if (calls.size() > callsMax) {
                calls.remove(calls.keySet().iterator().next());
                evicted.increment();
            }
        } finally {
            guard.unlock();
        }
    }

    /** The call of a trace, if it is known here and belongs to this tenant. */
    Optional<KnownCall> find(String traceId, String tenant) {
        guard.lock();
        try {
            return Optional.ofNullable(calls.get(traceId))
                    .filter(call -> call.principal().tenant().equals(tenant));
        } finally {
            guard.unlock();
        }
    }
}
