package io.weir.launcher.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about calls whose results are still to come. Bounded: the oldest is forgotten first. Not safe to share
 * between threads.
 *
 * @param <T> what is known about a call
 */
public final class OpenCalls<T> {

    private static final int CALLS_MAX = 100_000;

    private final Map<Key, T> calls = new LinkedHashMap<>();

    private record Key(String tenant, String traceId, String callId) {}

    /** Keeps what is known about a call. */
    public void open(TraceEvent call, T known) {
        calls.put(key(call), known);
        if (calls.size() > CALLS_MAX) {
            calls.remove(calls.keySet().iterator().next());
        }
    }

    /** Takes out what is known about the call of a result; null if it is not known. */
    public @Nullable T close(TraceEvent result) {
        return calls.remove(key(result));
    }

    private static Key key(TraceEvent event) {
        return new Key(event.tenant(), event.traceId(), event.callId());
    }
}
