package io.weir.platform.health;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All checks at one moment.
 *
 * @param state the worst of them; UP where there is none
 * @param checks by name, in the order of registration
 */
public record HealthReport(
        @JsonProperty("state") HealthState state,
        @JsonProperty("checks") Map<String, Health> checks) {

    /** Copies the map and keeps its order. */
    public HealthReport {
        checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
    }

    /** Whether calls should be sent here. */
    public boolean ready() {
        return state != HealthState.DOWN;
    }
}
