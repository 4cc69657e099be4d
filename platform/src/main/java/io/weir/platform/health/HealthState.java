package io.weir.platform.health;

/** How well a part works. Declared from the best to the worst. */
public enum HealthState {
    /** Works. */
    UP,
    /** Works with less than it should have; calls are still answered. */
    DEGRADED,
    /** Does not work; calls should go elsewhere. */
    DOWN;

    /** The worse of two states. */
    public HealthState worst(HealthState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
