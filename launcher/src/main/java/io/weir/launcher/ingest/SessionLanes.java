package io.weir.launcher.ingest;

import io.weir.launcher.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Handles events of one session one after the other, and several sessions side by side. Each session belongs to one
 * lane, a thread with a bounded queue, so memory does not grow with the file. For one feeding thread.
 */
final class SessionLanes {

    private static final int QUEUED_MAX = 256;

    private final List<BlockingQueue<Optional<TraceEvent>>> queues = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();

    /** Handles one event of a lane. */
    @FunctionalInterface
    interface Handler {
        void handle(TraceEvent event) throws InterruptedException;
    }

    /**
     * Starts the lanes.
     *
     * @param count number of lanes
     * @param handlers makes a handler for each lane, used by the lane's thread only
     */
    SessionLanes(int count, Supplier<Handler> handlers) {
        for (int lane = 0; lane < count; lane++) {
            BlockingQueue<Optional<TraceEvent>> queue = new ArrayBlockingQueue<>(QUEUED_MAX);
            Handler handler = handlers.get();
            Thread thread = new Thread(() -> work(queue, handler), "weir-ingest-" + lane);
            thread.setDaemon(true);
            queues.add(queue);
            threads.add(thread);
            thread.start();
        }
    }

    /** Hands over an event; waits where its lane is full. */
    void submit(TraceEvent event) throws InterruptedException {
        int hash = 31 * event.tenant().hashCode() + event.sessionId().hashCode();
        queues.get(Math.floorMod(hash, queues.size())).put(Optional.of(event));
    }

    /**
     * Waits until everything is handled, and ends the lanes.
     *
     * @throws IllegalStateException if a handler failed
     */
    void finish() throws InterruptedException {
        for (BlockingQueue<Optional<TraceEvent>> queue : queues) {
            queue.put(Optional.empty());
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (fault.get() != null) {
            throw new IllegalStateException("an event could not be handled", fault.get());
        }
    }

    private void work(BlockingQueue<Optional<TraceEvent>> queue, Handler handler) {
        try {
            Optional<TraceEvent> next = queue.take();
            while (next.isPresent()) {
                handle(next.get(), handler);
                next = queue.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A lane that stopped taking would hang the feeder, so a fault is kept for the end. */
    private void handle(TraceEvent event, Handler handler) throws InterruptedException {
        try {
            handler.handle(event);
        } catch (RuntimeException e) {
            fault.compareAndSet(null, e);
        }
    }
}
