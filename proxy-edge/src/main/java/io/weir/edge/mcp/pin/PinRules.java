package io.weir.edge.mcp.pin;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which warnings take a tool out of use until a person accepts it.
 *
 * @param blocking the warnings; all others are only written to the log and told to policies
 */
public record PinRules(Set<ToolWarning> blocking) {

    /**
     * Changed definitions and programs, names that deceive and injected text block; tools that are merely new do not.
     */
    public static final PinRules STANDARD = new PinRules(Set.of(
            ToolWarning.DRIFT,
            ToolWarning.RISKY_PARAM,
            ToolWarning.LOOK_ALIKE,
            ToolWarning.INJECTION,
            ToolWarning.ORIGIN));

    /** Copies the set. */
    public PinRules {
        blocking = Set.copyOf(new TreeSet<>(blocking));
    }

    /** Whether one of these warnings blocks. */
    public boolean block(Set<ToolWarning> warnings) {
        return warnings.stream().anyMatch(blocking::contains);
    }
}
