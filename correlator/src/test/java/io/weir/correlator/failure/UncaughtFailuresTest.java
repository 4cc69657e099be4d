package io.weir.correlator.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.testkit.time.SettableClock;
import java.time.Duration;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

final class UncaughtFailuresTest {

    private final SettableClock clock = SettableClock.at("2026-11-21T00:00:00Z");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final UncaughtFailures failures = new UncaughtFailures(clock, meters);

    @Test
    void replacesAThreadThatFailed() {
        assertThat(fail()).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(meters.counter("weir.correlator.failures").count()).isEqualTo(1);
    }

    @Test
    void stopsWhenReplacingDoesNotHelp() {
        for (int failure = 0; failure < UncaughtFailures.REPLACEMENTS_MAX; failure++) {
            assertThat(fail()).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        }

        assertThat(fail()).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    }

    @Test
    void forgivesFailuresOfLongAgo() {
        for (int failure = 0; failure < UncaughtFailures.REPLACEMENTS_MAX; failure++) {
            fail();
        }

        clock.advance(Duration.ofMinutes(11));

        assertThat(fail()).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    }

    private StreamThreadExceptionResponse fail() {
        return failures.handle(new IllegalStateException("planned"));
    }
}
