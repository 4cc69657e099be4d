package io.weir.platform.health;

/** Looks how well one part works. It answers from what is known and does not wait for anybody. */
@FunctionalInterface
public interface HealthCheck {

    /** The health of the part now. */
    Health check();
}
