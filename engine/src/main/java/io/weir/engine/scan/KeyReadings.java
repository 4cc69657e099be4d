package io.weir.engine.scan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is known of the keys of a payload: the last few of them. Used by one thread. */
final class KeyReadings {

    private static final int KEPT_BITS = 6;
    private static final int PLACES = 4;
    private static final int MIX = 0x9E3779B9;

    private final @Nullable KeyReading[] kept = new KeyReading[(1 << KEPT_BITS) + PLACES - 1];
    private boolean used;

    /** What a key tells, read if it is not known. */
    KeyReading of(String key, KeyReader reader) {
        // Each key has several places, so that two of them that stand in each record do not drive each other out.
        int first = (key.hashCode() * MIX) >>> (Integer.SIZE - KEPT_BITS);
        int place = first;
        while (place < first + PLACES && kept[place] != null) {
            KeyReading reading = kept[place];
            if (reading != null && reading.key().equals(key)) {
                return reading;
            }
            place++;
        }
        KeyReading reading = reader.read(key);
        kept[place < first + PLACES ? place : first] = reading;
        used = true;
        return reading;
    }

    /** Forgets all keys. */
    void clear() {
        if (used) {
            Arrays.fill(kept, null);
            used = false;
        }
    }
}
