package io.weir.edge.mcp.relay;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what is oldest in it to stay within a limit. For one thread, or below a lock. */
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final int entriesMax;

    private BoundedMap(int entriesMax, boolean byUse) {
        super(16, 0.75f, byUse);
        this.entriesMax = entriesMax;
    }

    /** A map that forgets what was put into it longest ago. */
    public static <K, V> Map<K, V> byAge(int entriesMax) {
        return new BoundedMap<>(entriesMax, false);
    }

    /** A map that forgets what was used longest ago. */
    public static <K, V> Map<K, V> byUse(int entriesMax) {
        return new BoundedMap<>(entriesMax, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > entriesMax;
    }
}
