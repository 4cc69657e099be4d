package io.weir.correlator;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.correlator.fleet.FleetForms;
import io.weir.engine.correlation.SessionCorrelation;
import io.weir.schemas.event.ResponseObserved;
import io.weir.testkit.event.SampleEvents;
import io.weir.testkit.event.Times;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of events are dropped, whatever the order of times, and nothing else is. */
final class EventCopiesTest {

    private static final int EVENTS = 60;
    private static final int SPREAD_MILLIS = 20;

    @TempDir
    private Path folder;

    @Test
    void eachEventPassesOnceInAnyOrderOfTimes() {
        // Given
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<ResponseObserved> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            // Few times for many events: the newest one is met again and again.
            long timeMillis = SampleEvents.TIME_MILLIS + random.nextInt(SPREAD_MILLIS);
            events.add(Times.at(SampleEvents.response("s", "event " + i), timeMillis));
        }
        List<ResponseObserved> published = new ArrayList<>(events);
        published.addAll(events);
        Collections.shuffle(published, random);

        // When
        try (CorrelatorDriver correlator =
                new CorrelatorDriver(folder, () -> new SessionCorrelation(FleetForms.session()))) {
            published.forEach(correlator::publish);

            // Then
            assertThat(correlator.audit())
                    .as("seed %d", seed)
                    .extracting(record -> record.value().eventId())
                    .doesNotHaveDuplicates()
                    .hasSize(EVENTS);
            assertThat(correlator.count("weir.correlator.events.duplicate")).isEqualTo(EVENTS);
        }
    }
}
