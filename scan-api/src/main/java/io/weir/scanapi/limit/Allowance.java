package io.weir.scanapi.limit;

import io.weir.scanapi.access.Caller;
import io.weir.schemas.access.KeyBounds;
import io.weir.schemas.access.KeyRecord;

/**
 * What a credential may use. A short-lived key uses up what belongs to the key that made it, so making keys wins
 * nothing.
 *
 * @param tenant whose credential it is
 * @param credential id of the key, or fingerprint of a key that the configuration names
 * @param scansPerMinute calls a minute, 0 for any number
 * @param scansPerMonth calls a month, 0 for any number
 */
record Allowance(String tenant, String credential, int scansPerMinute, int scansPerMonth) {

    /** What a caller may use. */
    static Allowance of(Caller caller, int perMinuteDefault, int perMonthDefault) {
        KeyRecord key = caller.key();
        if (key == null) {
            return new Allowance(caller.tenant(), caller.credential(), perMinuteDefault, perMonthDefault);
        }
        KeyBounds bounds = key.bounds();
        Integer perMinute = bounds.scansPerMinute();
        Integer perMonth = bounds.scansPerMonth();
        return new Allowance(
                caller.tenant(),
                caller.isEphemeral() ? key.parent() : key.keyId(),
                perMinute == null ? perMinuteDefault : perMinute,
                perMonth == null ? perMonthDefault : perMonth);
    }

    /** What counts are kept under. */
    String id() {
        return tenant + "|" + credential;
    }
}
