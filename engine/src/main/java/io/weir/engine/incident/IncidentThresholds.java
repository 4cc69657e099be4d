package io.weir.engine.incident;

import io.weir.schemas.word.IncidentTrigger;
import java.util.Set;

/**
 * When incidents are opened.
 *
 * @param denialsInHour denied calls of one agent within an hour
 * @param trustDrop trust that an agent loses within an hour
 * @param off triggers that open none
 */
public record IncidentThresholds(int denialsInHour, double trustDrop, Set<IncidentTrigger> off) {

    /** Those of the scan protocol. */
    public static final IncidentThresholds DEFAULT = new IncidentThresholds(5, 0.3, Set.of());

    /** Copies the set. */
    public IncidentThresholds {
        off = Set.copyOf(off);
    }
}
