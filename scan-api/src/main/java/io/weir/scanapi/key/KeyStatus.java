package io.weir.scanapi.key;

import java.util.Locale;

/** Whether a key is valid, and if not, why. */
enum KeyStatus {
    /** Valid. */
    ACTIVE,
    /** Its time is over. */
    EXPIRED,
    /** Its number of calls is used up. */
    EXHAUSTED,
    /** Somebody revoked it, or the key that made it. */
    REVOKED,
    /** Another key took its place, and the overlap is over. */
    REPLACED;

    /** The word of the wire protocol. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
