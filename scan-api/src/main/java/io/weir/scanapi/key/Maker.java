package io.weir.scanapi.key;

import io.weir.scanapi.access.Caller;

/**
 * Who makes a key, and when.
 *
 * @param credential that the key is counted and charged to
 * @param name of the person or key behind it
 * @param timeMillis when, epoch milliseconds
 */
record Maker(String credential, String name, long timeMillis) {

    /** A caller who makes a key now. */
    static Maker of(Caller caller, long timeMillis) {
        String credential =
                caller.key() == null ? caller.credential() : caller.key().keyId();
        return new Maker(credential, caller.name(), timeMillis);
    }
}
