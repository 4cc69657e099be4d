package io.weir.edge.gateway;

import io.weir.edge.call.RouteRule;
import io.weir.edge.call.UpstreamTarget;
import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigType;
import java.util.List;

/**
 * On which routes the gateway carries out what is decided on responses. Where rules of both kinds fit, guarding counts;
 * a path that programs could read in different ways fits every guarded rule of its host and no unguarded one.
 *
 * @param standard where no rule fits
 * @param guarded routes on which it does
 * @param unguarded routes on which it does not
 */
public record ResponseGuard(boolean standard, List<RouteRule> guarded, List<RouteRule> unguarded) {

    /** Setting of {@code standard}. */
    static final ConfigKey<Boolean> GUARD_RESPONSES = ConfigKey.of(
            "guard_responses",
            ConfigType.FLAG,
            false,
            "Whether decisions on responses are enforced too: denied ones are held back, credentials in them redacted."
                    + " Otherwise responses are reported only.");

    /** Setting of {@code guarded}. */
    static final ConfigKey<List<String>> GUARDED_ROUTES = ConfigKey.of(
            "guarded_routes",
            ConfigType.LIST,
            List.of(),
            "Routes whose responses are guarded whatever guard_responses says, in the form of fail_closed_routes.");

    /** Setting of {@code unguarded}. */
    static final ConfigKey<List<String>> UNGUARDED_ROUTES = ConfigKey.of(
            "unguarded_routes",
            ConfigType.LIST,
            List.of(),
            "Routes whose responses are reported only, in the same form; guarded_routes goes before.");

    /** Copies the lists. */
    public ResponseGuard {
        guarded = List.copyOf(guarded);
        unguarded = List.copyOf(unguarded);
    }

    /** Whether responses of this target are guarded. */
    public boolean covers(UpstreamTarget target) {
        if (guarded.stream().anyMatch(rule -> rule.possiblyCovers(target))) {
            return true;
        }
        return standard && unguarded.stream().noneMatch(rule -> rule.surelyCovers(target));
    }
}
