package io.weir.correlator.audit;

import io.weir.correlator.record.Origins;
import io.weir.correlator.record.Received;
import io.weir.engine.audit.AuditChain;
import io.weir.engine.audit.RecordOrigin;
import io.weir.messaging.kafka.CloudEventHeaders;
import io.weir.messaging.kafka.Envelope;
import io.weir.schemas.event.AuditEntry;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Appends an audit entry for each record to the chain of the task's partition. Exactly-once processing makes entry and
 * head move together.
 *
 * @param <T> type of the records
 */
public final class AuditProcessor<T> extends ContextualProcessor<String, Received<T>, String, AuditEntry> {

    private final SubjectOf<T> subjects;
    private final String auditTopic;
    private final String store;
    private @Nullable KeyValueStore<String, AuditEntry> heads;

    /**
     * An appender.
     *
     * @param auditTopic full name of the audit topic
     * @param store name of the store of chain heads
     */
    public AuditProcessor(SubjectOf<T> subjects, String auditTopic, String store) {
        this.subjects = subjects;
        this.auditTopic = auditTopic;
        this.store = store;
    }

    @Override
    public void init(ProcessorContext<String, AuditEntry> context) {
        super.init(context);
        heads = context.getStateStore(store);
    }

    @Override
    public void process(Record<String, Received<T>> record) {
        T value = record.value().value();
        RecordOrigin origin = Origins.current(context());
        String log = AuditChain.nameOf(auditTopic, origin.partition());
        KeyValueStore<String, AuditEntry> chains = Objects.requireNonNull(heads, "init comes before process");
        AuditEntry entry = AuditChain.next(
                log,
                chains.get(log),
                subjects.subject(value, origin, record.value().bytes()));
        chains.put(log, entry);
        context()
                .forward(new Record<>(
                        log,
                        entry,
                        record.timestamp(),
                        CloudEventHeaders.of(envelope(subjects.envelope(value), entry))));
    }

    private static Envelope envelope(Envelope subject, AuditEntry entry) {
        return subject.derived(entry.log() + "/" + entry.sequence(), "audit.appended.v1");
    }
}
