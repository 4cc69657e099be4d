package io.weir.engine.tenant;

import com.google.re2j.Pattern;
import io.weir.engine.detect.Detection;
import io.weir.engine.payload.Leaf;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A finding that a tenant allows. All that is given must hold.
 *
 * @param id of the entry
 * @param expiresMillis from then on it does nothing
 * @param rule whose findings it is for; null for those of any rule
 * @param address what the address of the leaf begins with; null for any
 * @param key of the leaf; null for any
 * @param hashes keyed hashes of the value, one for each form that a kind gives it; null for any value
 * @param expression that fits the whole value, run by RE2; null for any value
 */
record AllowEntry(
        String id,
        long expiresMillis,
        @Nullable String rule,
        @Nullable String address,
        @Nullable String key,
        @Nullable Set<String> hashes,
        @Nullable Pattern expression) {

    boolean isExpired(long timeMillis) {
        return timeMillis >= expiresMillis;
    }

    boolean covers(Detection detection, Leaf leaf, Supplier<String> hash) {
        return (rule == null || rule.equals(detection.rule()))
                && (address == null || leaf.address().startsWith(address))
                && (key == null || key.equals(leaf.key()))
                && (hashes == null || hashes.contains(hash.get()))
                && (expression == null
                        || expression
                                .matcher(leaf.text().substring(detection.start(), detection.end()))
                                .matches());
    }
}
