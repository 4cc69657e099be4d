package io.weir.scanapi.recall;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.engine.link.Suspects;
import io.weir.engine.link.TaintMark;
import io.weir.engine.link.Write;
import io.weir.messaging.TaintListener;
import io.weir.schemas.event.Taint;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToDoubleFunction;

/**
 * What this node has heard of the reads of all nodes: which reads each session has had, and samples of the sensitive
 * ones. Bounded in bytes and in time; what is forgotten to stay within the bytes is counted. Safe to share between
 * threads.
 */
public final class TaintTable implements TaintListener {

    private final SessionMarks marks;
    private final TenantFilters filters;
    private final InstantSource time;
    private final long windowMillis;
    private final Counter marksForgotten;
    private final Counter samplesForgotten;
    private final ReentrantLock guard = new ReentrantLock();

    /** A table with these bounds. */
    public TaintTable(RecallConfig config, InstantSource time, MeterRegistry meters) {
        this.marks = new SessionMarks(config.sessionBytesMax());
        this.filters = new TenantFilters(config.filterBytesMax());
        this.time = time;
        this.windowMillis = config.window().toMillis();
        this.marksForgotten = forgotten(meters, "sessions");
        this.samplesForgotten = forgotten(meters, "filter");
        gauge(meters, "weir.recall.sessions", "Sessions whose reads on any node are known.", TaintTable::sessions);
        gauge(meters, "weir.recall.samples", "Sensitive reads whose samples are known.", TaintTable::samples);
        gauge(meters, "weir.recall.bytes", "Estimated memory of what is known of all nodes' reads.", TaintTable::bytes);
    }

    @Override
    public void hear(Taint taint) {
        long oldestMillis = time.millis() - windowMillis;
        if (taint.timeMillis() < oldestMillis) {
            return;
        }
        guard.lock();
        try {
            marks.expire(oldestMillis);
            marksForgotten.increment(marks.add(TaintMark.of(taint)));
        } finally {
            guard.unlock();
        }
        if (!taint.sample().isEmpty()) {
            samplesForgotten.increment(filters.add(taint, oldestMillis));
        }
    }

    /** The reads of a session that were heard of after a number. */
    List<SessionMarks.Numbered> reads(String sessionKey, long after) {
        guard.lock();
        try {
            return marks.after(sessionKey, after);
        } finally {
            guard.unlock();
        }
    }

    /** Reads of other sessions of a tenant that a write may carry. */
    Suspects suspects(String tenant, Write write) {
        return filters.suspects(tenant, write);
    }

    private int sessions() {
        guard.lock();
        try {
            return marks.size();
        } finally {
            guard.unlock();
        }
    }

    private int samples() {
        return filters.reads();
    }

    private long bytes() {
        guard.lock();
        try {
            return marks.bytes() + filters.bytes();
        } finally {
            guard.unlock();
        }
    }

    private void gauge(MeterRegistry meters, String name, String description, ToDoubleFunction<TaintTable> value) {
        Gauge.builder(name, this, value).description(description).register(meters);
    }

    private static Counter forgotten(MeterRegistry meters, String table) {
        return Counter.builder("weir.recall.forgotten")
                .description("Reads of any node that were forgotten to stay within the limits.")
                .tag("table", table)
                .register(meters);
    }
}
