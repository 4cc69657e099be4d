package io.weir.edge.gateway;

import io.weir.edge.call.RouteRule;
import io.weir.edge.call.UpstreamTarget;
import io.weir.edge.enforce.FailMode;
import java.util.List;

/**
 * What the gateway does without a decision, by route. Where rules of both kinds fit, closed counts; a path that
 * programs could read in different ways fits every closed rule of its host and no open one.
 *
 * @param standard where no rule fits
 * @param closed routes that fail closed
 * @param open routes that fail open
 */
public record FailModes(FailMode standard, List<RouteRule> closed, List<RouteRule> open) {

    /** One mode for all routes. */
    public static FailModes all(FailMode mode) {
        return new FailModes(mode, List.of(), List.of());
    }

    /** Copies the lists. */
    public FailModes {
        closed = List.copyOf(closed);
        open = List.copyOf(open);
    }

    /** The mode of calls to this target. */
    public FailMode of(UpstreamTarget target) {
        if (closed.stream().anyMatch(rule -> rule.possiblyCovers(target))) {
            return FailMode.CLOSED;
        }
        return open.stream().anyMatch(rule -> rule.surelyCovers(target)) ? FailMode.OPEN : standard;
    }
}
