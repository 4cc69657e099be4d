package io.weir.correlator.session;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The small entries of a store that were used last, as they stand in it: each event asks for some of its session, and
 * to look one up on disk takes a twentieth of the time of the event. That an entry is absent is kept too. Not
 * thread-safe.
 */
final class SmallEntries {

    /** Bytes of a value that is kept. */
    static final int VALUE_BYTES_MAX = 4_096;

    private static final byte[] ABSENT = new byte[0];

    private final LinkedHashMap<String, byte[]> latest;

    /** Keeps so many entries. */
    SmallEntries(int entriesMax) {
        latest = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
                return size() > entriesMax;
            }
        };
    }

    /** Whether it is known what stands under the key. */
    boolean knows(String key) {
        return latest.containsKey(key);
    }

    /** What stands under a key that is known, or null if nothing does. */
    byte @Nullable [] get(String key) {
        byte[] value = latest.get(key);
        return value == ABSENT ? null : value;
    }

    /** Takes note of what stands under a key now, or that nothing does. */
    void note(String key, byte @Nullable [] value) {
        if (value == null) {
            latest.put(key, ABSENT);
        } else if (value.length <= VALUE_BYTES_MAX) {
            latest.put(key, value);
        } else {
            latest.remove(key);
        }
    }

    void clear() {
        latest.clear();
    }
}
