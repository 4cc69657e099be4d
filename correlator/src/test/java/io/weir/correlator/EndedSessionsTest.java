package io.weir.correlator;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.correlator.fleet.FleetForms;
import io.weir.correlator.topology.StateStores;
import io.weir.engine.correlation.SessionCorrelation;
import io.weir.schemas.event.ResponseObserved;
import io.weir.testkit.event.SampleEvents;
import io.weir.testkit.event.Times;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * State of sessions that have ended goes, so that it does not grow with the number of sessions that there ever were.
 */
final class EndedSessionsTest {

    private static final int DAYS = 30;

    @TempDir
    private Path folder;

    private CorrelatorDriver correlator;

    @BeforeEach
    void start() {
        correlator = new CorrelatorDriver(folder, () -> new SessionCorrelation(FleetForms.session()));
    }

    @AfterEach
    void stop() {
        correlator.close();
    }

    @Test
    void nothingIsLeftOfASessionAWeekAfterItsLastEvent() {
        for (int day = 0; day < DAYS; day++) {
            correlator.publish(read("busy", day));
            correlator.publish(read("of-day-" + day, day));
        }

        for (int day = 0; day < DAYS; day++) {
            boolean ended = day < DAYS - 8;
            assertThat(correlator.keys(StateStores.SESSION_STATE, "acme|of-day-" + day + "\u0000"))
                    .as("session of day " + day)
                    .hasSize(ended ? 0 : 2);
        }
        assertThat(correlator.keys(StateStores.SESSION_STATE, "acme|busy\u0000"))
                .hasSize(DAYS + 1);
        assertThat(correlator.keys(StateStores.SESSION_STATE, "\u0000due")).hasSize(1 + 8);
        assertThat(correlator.count("weir.correlator.left_out", "what", "ended_sessions"))
                .isEqualTo(DAYS - 8);
        assertThat(correlator.deadLetters()).isEmpty();
    }

    private static ResponseObserved read(String session, int day) {
        ResponseObserved event = SampleEvents.response(session, session + " on day " + day);
        return Times.at(event, event.timeMillis() + TimeUnit.DAYS.toMillis(day));
    }
}
