package io.weir.engine.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other parts of Weir know about agent and destination. What nobody says is null, and a condition on it is
 * unknown.
 *
 * @param trustScore standing of the agent, 0..1
 * @param threatIntelMatch whether a feed lists the destination
 * @param budgetsExceeded names of daily budgets that are used up
 * @param toolWarnings what was noticed about the tool's definition: {@code drift}, {@code origin}, {@code injection},
 *     {@code risky_param}
 */
public record Standing(
        @Nullable Double trustScore,
        @Nullable Boolean threatIntelMatch,
        @Nullable List<String> budgetsExceeded,
        @Nullable List<String> toolWarnings) {

    /** Nobody says anything. */
    public static final Standing NONE = new Standing(null, null, null, null);
}
