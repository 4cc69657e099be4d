package io.weir.correlator.failure;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last door: a thread that failed is replaced, and the new one takes up its tasks at the last commit. After
 * {@value #REPLACEMENTS_MAX} failures within ten minutes replacing is no help, and the correlator stops. Safe to share
 * between threads.
 */
public final class UncaughtFailures implements StreamsUncaughtExceptionHandler {

    static final int REPLACEMENTS_MAX = 10;
    private static final long WINDOW_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final Logger log = LoggerFactory.getLogger(UncaughtFailures.class);

    private final InstantSource time;
    private final Counter failures;
    private final Deque<Long> recentMillis = new ArrayDeque<>();

    /** Counts failures by this time source. */
    public UncaughtFailures(InstantSource time, MeterRegistry meters) {
        this.time = time;
        this.failures = Counter.builder("weir.correlator.failures")
                .description("Stream threads that failed")
                .register(meters);
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable exception) {
        failures.increment();
        long nowMillis = time.millis();
        recentMillis.addLast(nowMillis);
        while (nowMillis - recentMillis.getFirst() > WINDOW_MILLIS) {
            recentMillis.removeFirst();
        }
        boolean hopeless = recentMillis.size() > REPLACEMENTS_MAX;
        log.error(
                "event=stream_thread_failed recent={} stopping={} exceptions=\"{}\"",
                recentMillis.size(),
                hopeless,
                classesOf(exception));
        return hopeless ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT : StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Classes only: messages may quote records. */
    private static String classesOf(Throwable exception) {
        StringBuilder classes = new StringBuilder(exception.getClass().getName());
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            classes.append(" < ").append(cause.getClass().getName());
        }
        return classes.toString();
    }
}
