package io.weir.messaging.kafka;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a consumer read again and again on a thread of its own, which goes on after a failure of Kafka. The consumer is
 * closed with it.
 */
public final class ConsumerThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerThread.class);
    private static final long PAUSE_MILLIS = 500;
    private static final long CLOSE_MILLIS_MAX = 5_000;

    private final Consumer<?, ?> consumer;
    private final Runnable read;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicBoolean started = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean failing;

    /**
     * A thread that is not started yet.
     *
     * @param read polls the consumer once and works off what came
     */
    public ConsumerThread(Consumer<?, ?> consumer, String name, Runnable read) {
        this.consumer = consumer;
        this.read = read;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** Starts the thread, unless it was closed before. */
    public void start() {
        if (started.compareAndSet(false, true)) {
            thread.start();
        }
    }

    /** Whether the thread runs, and Kafka answered last. */
    public boolean isReading() {
        return !failing && thread.isAlive();
    }

    /** Ends the thread, waits for that, but not for ever, and closes the consumer. */
    @Override
    public void close() {
        closing.countDown();
        if (started.compareAndSet(false, true)) {
            consumer.close();
            return;
        }
        consumer.wakeup();
        try {
            thread.join(CLOSE_MILLIS_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            while (closing.getCount() > 0) {
                step();
            }
        } catch (WakeupException e) {
            LOG.debug("event=reader_closed reader={}", thread.getName());
        } catch (RuntimeException e) {
            LOG.error(
                    "event=reader_ended reader={} cause={}",
                    thread.getName(),
                    e.getClass().getName());
        }
    }

    private void step() {
        try {
            read.run();
            failing = false;
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            failing = true;
            LOG.warn(
                    "event=reader_failing reader={} cause={}",
                    thread.getName(),
                    e.getClass().getName());
            pause();
        }
    }

    private void pause() {
        try {
            if (closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("event=reader_closed reader={}", thread.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
