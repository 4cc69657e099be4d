package io.weir.scanapi.recall;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Counts and times what is fetched for writes. */
final class RecallMeters {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100)
    };

    private final Counter fetched;
    private final Counter missed;
    private final Counter unconfirmed;
    private final Timer duration;

    RecallMeters(MeterRegistry meters) {
        this.fetched = counter(meters, "weir.recall.fetched", "Reads of other nodes that were fetched for a write.");
        this.missed = counter(meters, "weir.recall.missed", "Reads of other nodes that were not got in time.");
        this.unconfirmed = counter(
                meters, "weir.recall.unconfirmed", "Writes that could not be compared with all other nodes' reads.");
        this.duration = Timer.builder("weir.recall.duration")
                .description("Time that a write waited for reads of other nodes, where it needed any.")
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    void fetched(int reads) {
        fetched.increment(reads);
    }

    void missed(int reads) {
        missed.increment(reads);
    }

    void unconfirmed() {
        unconfirmed.increment();
    }

    void waited(long nanos) {
        duration.record(Duration.ofNanos(nanos));
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }
}
