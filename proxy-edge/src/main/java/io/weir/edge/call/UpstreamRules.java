package io.weir.edge.call;

import java.util.List;
import java.util.Locale;

/**
 * Which upstreams may be called, by {@link HostPattern}. Denied goes before permitted; an empty list of permitted ones
 * permits all.
 *
 * @param permitted the only upstreams that may be called
 * @param denied upstreams that may not be called
 */
public record UpstreamRules(List<String> permitted, List<String> denied) {

    /** Every upstream may be called. */
    public static final UpstreamRules ALL = new UpstreamRules(List.of(), List.of());

    /** Copies the lists in lower case. */
    public UpstreamRules {
        permitted = lowerCase(permitted);
        denied = lowerCase(denied);
    }

    /** Whether the target may be called. */
    public boolean permits(UpstreamTarget target) {
        return !covers(denied, target) && (permitted.isEmpty() || covers(permitted, target));
    }

    private static boolean covers(List<String> entries, UpstreamTarget target) {
        return entries.stream().anyMatch(entry -> new HostPattern(entry).covers(target.host(), target.port()));
    }

    private static List<String> lowerCase(List<String> entries) {
        return entries.stream().map(entry -> entry.toLowerCase(Locale.ROOT)).toList();
    }
}
