package io.weir.platform.lifecycle;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of a process: started one after the other, closed in reverse. If a part does not start, those before it are
 * closed.
 *
 * <p>Safe to share between threads; starting and closing exclude each other.
 */
public final class Lifecycle implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final InstantSource time;
    private final Deque<Part> running = new ArrayDeque<>();
    private boolean closed;

    /** A lifecycle that measures with this time source. */
    public Lifecycle(InstantSource time) {
        this.time = time;
    }

    private record Part(String name, AutoCloseable resource) {}

    /**
     * Starts a part.
     *
     * @throws E as the starter does, after all earlier parts have been closed
     * @throws IllegalStateException if the lifecycle has been closed
     */
    public synchronized <T extends AutoCloseable, E extends Exception> T start(String name, Starter<T, E> starter)
            throws E {
        if (closed) {
            throw new IllegalStateException("cannot start " + name + ": everything has been closed already");
        }
        long startedMillis = time.millis();
        boolean started = false;
        try {
            T part = starter.start();
            running.push(new Part(name, part));
            LOG.info("event=started part={} took_millis={}", name, time.millis() - startedMillis);
            started = true;
            return part;
        } finally {
            if (!started) {
                LOG.error("event=start_failed part={}", name);
                close();
            }
        }
    }

    /** Closes all parts in reverse. A part that fails to close does not keep the others open. Idempotent. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!running.isEmpty()) {
            close(running.pop());
        }
    }

    private void close(Part part) {
        long startedMillis = time.millis();
        try {
            part.resource().close();

            LOG.info("event=closed part={} took_millis={}", part.name(), time.millis() - startedMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("event=close_interrupted part={}", part.name());
        } catch (Exception e) {
            LOG.warn("event=close_failed part={}", part.name(), e);
        }
    }
}
