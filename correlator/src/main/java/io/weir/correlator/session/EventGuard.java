package io.weir.correlator.session;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.correlator.record.Received;
import io.weir.schemas.event.SessionEvent;
import java.util.Objects;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * Lets each event through once. A publisher that got no acknowledgement sends an event again though it was stored; the
 * second copy must not raise a second alert. Copies have the same id and the same event time, so one lookup finds them.
 *
 * <p>Late events are counted and let through: they are judged all the same.
 */
public final class EventGuard
        extends ContextualProcessor<String, Received<SessionEvent>, String, Received<SessionEvent>> {

    private static final byte[] SEEN = {1};

    private final String store;
    private final long graceMillis;
    private final Counter received;
    private final Counter duplicates;
    private final Counter late;
    private @Nullable WindowStore<String, byte[]> seen;
    private long newestMillis;

    /**
     * A guard.
     *
     * @param store name of the store of event ids
     * @param graceMillis how far behind the newest event an event may be without counting as late
     */
    public EventGuard(String store, long graceMillis, MeterRegistry meters) {
        this.store = store;
        this.graceMillis = graceMillis;
        this.received = counter(meters, "weir.correlator.events", "Events read from the topic of calls");
        this.duplicates =
                counter(meters, "weir.correlator.events.duplicate", "Events that came again and were dropped");
        this.late =
                counter(meters, "weir.correlator.events.late", "Events that came after the grace; judged all the same");
    }

    @Override
    public void init(ProcessorContext<String, Received<SessionEvent>> context) {
        super.init(context);
        seen = context.getStateStore(store);
        newestMillis = newestMillis(seen, context.currentStreamTimeMs());
    }

    /** No id in the store has a later time: that of the task, which is restored with its offsets. */
    private static long newestMillis(WindowStore<String, byte[]> ids, long taskMillis) {
        if (taskMillis >= 0) {
            return taskMillis;
        }
        try (KeyValueIterator<Windowed<String>, byte[]> all = ids.all()) {
            return all.hasNext() ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
    }

    @Override
    public void process(Record<String, Received<SessionEvent>> record) {
        SessionEvent event = record.value().value();
        requireKey(record.key(), event);
        received.increment();
        if (context().currentStreamTimeMs() - record.timestamp() > graceMillis) {
            late.increment();
        }
        if (isNew(event, record.timestamp())) {
            context().forward(record);
        } else {
            duplicates.increment();
        }
    }

    /** Order and state of a session hold only if all its events stand in one partition. */
    private static void requireKey(@Nullable String key, SessionEvent event) {
        if (!event.principal().sessionKey().equals(key)) {
            throw new IllegalArgumentException("the key of the record is not the session of its event");
        }
    }

    private boolean isNew(SessionEvent event, long timestampMillis) {
        WindowStore<String, byte[]> ids = Objects.requireNonNull(seen, "init comes before process");
        String id = event.principal().sessionKey() + "|" + event.eventId();
        // Copies have the time of the first, so an event that is newer than all others is none.
        // Most are, and a lookup on disk costs more than the rest of this.
        if (timestampMillis <= newestMillis && ids.fetch(id, timestampMillis) != null) {
            return false;
        }
        newestMillis = Math.max(newestMillis, timestampMillis);
        ids.put(id, SEEN, timestampMillis);
        return true;
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }
}
