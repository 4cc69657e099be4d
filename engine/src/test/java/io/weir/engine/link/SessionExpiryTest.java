package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.state.MemoryStateTable;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SessionExpiryTest {

    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    private static final byte[] SOMETHING = {7};

    private final Map<Loss, Long> losses = new EnumMap<>(Loss.class);
    private final MemoryStateTable state = new MemoryStateTable();
    private final SessionExpiry expiry =
            new SessionExpiry(7 * DAY, (what, count) -> losses.merge(what, count, Long::sum));

    @Test
    void removesAllOfASessionThatHasEndedAndNothingOfOneWithALongerName() {
        // Given
        event("acme|s", DAY);
        event("acme|s2", 9 * DAY);

        // When
        event("acme|other", 9 * DAY);

        // Then
        assertThat(state.keys("acme|s\u0000", 10)).isEmpty();
        assertThat(state.keys("acme|s2\u0000", 10)).hasSize(2);
        assertThat(losses).containsEntry(Loss.ENDED_SESSIONS, 1L);
    }

    @Test
    void keepsASessionThatGoesOn() {
        for (int day = 1; day <= 60; day++) {
            event("acme|busy", day * DAY);
            event("acme|brief" + day, day * DAY);
        }

        assertThat(state.keys("acme|busy\u0000", 100)).hasSize(61);
    }

    @Test
    void stateStaysInProportionToTheSessionsOfTheRetention() {
        for (int hour = 0; hour < 24 * 100; hour++) {
            event("acme|s" + hour, TimeUnit.HOURS.toMillis(hour));
        }

        // Three entries for each session of a week, and of the hours at either end.
        assertThat(state.size()).isLessThanOrEqualTo(3 * (24 * 7 + 2));
    }

    @Test
    void anEventAfterTheRetentionFindsNothingOfItsOwnSession() {
        event("acme|s", DAY);

        expiry.note(state, "acme|s", 9 * DAY);

        assertThat(state.get("acme|s\u0000read\u0000" + DAY)).isNull();
        assertThat(state.keys("", 100)).hasSize(2);
    }

    @Test
    void aLargeSessionIsRemovedBitByBit() {
        // Given
        for (int i = 0; i < 2_000; i++) {
            state.put("acme|large\u0000read\u0000" + i, SOMETHING);
        }
        expiry.note(state, "acme|large", DAY);

        // When
        expiry.note(state, "acme|other", 9 * DAY);

        // Then
        assertThat(state.size()).isBetween(1_700, 1_800);
        for (int i = 0; i < 10; i++) {
            expiry.note(state, "acme|other", 9 * DAY);
        }
        assertThat(state.keys("acme|large\u0000", 1)).isEmpty();
        assertThat(state.size()).isEqualTo(2);
        assertThat(losses).containsEntry(Loss.ENDED_SESSIONS, 1L);
    }

    @Test
    void aLateEventDoesNotBringTheEndForward() {
        event("acme|s", 9 * DAY);
        event("acme|s", 2 * DAY);
        event("acme|other", 15 * DAY);

        assertThat(state.get("acme|s\u0000read\u0000" + 9 * DAY)).isNotNull();
    }

    private void event(String session, long timeMillis) {
        expiry.note(state, session, timeMillis);
        state.put(session + "\u0000read\u0000" + timeMillis, SOMETHING);
    }
}
