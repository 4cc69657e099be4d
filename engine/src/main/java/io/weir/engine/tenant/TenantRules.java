package io.weir.engine.tenant;

import io.weir.engine.detect.Detector;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one tenant adds. Immutable and safe to share.
 *
 * @param allowed findings that it allows
 * @param own detector of its own rules; null where it has none
 * @param expiryMillis when each of its own rules ends, by id
 */
public record TenantRules(
        List<AllowEntry> allowed, @Nullable Detector own, Map<String, Long> expiryMillis) {

    /** Copies what is given. */
    public TenantRules {
        allowed = List.copyOf(allowed);
        expiryMillis = Map.copyOf(expiryMillis);
    }

    /** How many entries and rules do nothing any more. */
    public int expired(long timeMillis) {
        long entries =
                allowed.stream().filter(entry -> entry.isExpired(timeMillis)).count();
        long rules =
                expiryMillis.values().stream().filter(end -> timeMillis >= end).count();
        return (int) (entries + rules);
    }
}
