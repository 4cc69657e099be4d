package io.weir.scanapi;

import io.weir.engine.decide.InlineJudge;
import io.weir.messaging.EventPublisher;
import io.weir.platform.health.Readiness;
import io.weir.platform.metrics.Metrics;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What the scan API works with. It owns none of them: whoever made them closes them, after the API.
 *
 * @param judge decides
 * @param publisher stores events
 * @param metrics where meters are registered and scraped
 * @param readiness where the API adds its checks
 * @param time event time
 * @param ids random UUIDs, version 4
 */
public record ScanApiParts(
        InlineJudge judge,
        EventPublisher publisher,
        Metrics metrics,
        Readiness readiness,
        InstantSource time,
        Supplier<UUID> ids) {

    /** Parts with the system's clock and random ids. */
    public static ScanApiParts of(InlineJudge judge, EventPublisher publisher, Metrics metrics, Readiness readiness) {
        return new ScanApiParts(judge, publisher, metrics, readiness, InstantSource.system(), UUID::randomUUID);
    }
}
