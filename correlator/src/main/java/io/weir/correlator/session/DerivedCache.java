package io.weir.correlator.session;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what rules derive from their state, the latest used first, up to a number of bytes of the state that it was
 * derived from. What was used last is kept even if it is larger. Not thread-safe.
 */
final class DerivedCache {

    private final long bytesMax;
    private final LinkedHashMap<String, Kept> entries = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable String latest;
    private long bytes;

    DerivedCache(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    private record Kept(Object derived, long bytes) {}

    /** What was derived from this prefix, if it is still here. */
    @Nullable
    Object get(String prefix) {
        Kept kept = entries.get(prefix);
        latest = prefix;
        return kept == null ? null : kept.derived;
    }

    /** Keeps something, in place of others if need be. */
    void put(String prefix, Object derived, long derivedBytes) {
        Kept before = entries.put(prefix, new Kept(derived, derivedBytes));
        bytes += derivedBytes - (before == null ? 0 : before.bytes);
        latest = prefix;
        evict();
    }

    /** Takes note that the state under the latest prefix has grown, or shrunk by a number below 0. */
    void grow(String key, long addedBytes) {
        Kept kept = latest != null && key.startsWith(latest) ? entries.get(latest) : null;
        if (kept != null && latest != null) {
            put(latest, kept.derived, kept.bytes + addedBytes);
        }
    }

    /** Drops what was derived from this prefix. */
    void remove(String prefix) {
        Kept kept = entries.remove(prefix);
        bytes -= kept == null ? 0 : kept.bytes;
    }

    /** Drops everything. */
    void clear() {
        entries.clear();
        bytes = 0;
        latest = null;
    }

    private void evict() {
        Iterator<Map.Entry<String, Kept>> eldestFirst = entries.entrySet().iterator();
        while (bytes > bytesMax && entries.size() > 1) {
            bytes -= eldestFirst.next().getValue().bytes;
            eldestFirst.remove();
        }
    }
}
