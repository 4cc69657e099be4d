package io.weir.correlator.audit;

import io.weir.correlator.commit.FreshCommits;
import io.weir.correlator.record.Origins;
import io.weir.correlator.record.Received;
import io.weir.engine.audit.AuditChain;
import io.weir.engine.audit.AuditSubject;
import io.weir.engine.audit.RecordOrigin;
import io.weir.messaging.codec.RecordCodec;
import io.weir.messaging.kafka.CloudEventHeaders;
import io.weir.messaging.kafka.Envelope;
import io.weir.schemas.event.AuditEntry;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Appends an audit entry for each record to the chain of the task's partition. Exactly-once processing makes entry and
 * head move together. Nobody else changes the heads, so the last one need not be read again, and both are the same
 * bytes, written once.
 */
public final class AuditProcessor extends ContextualProcessor<String, Received<?>, String, byte[]> {

    private static final RecordCodec<AuditEntry> ENTRIES = RecordCodec.of(AuditEntry.class);

    private final String auditTopic;
    private final String store;
    private final Duration commitTime;
    private @Nullable FreshCommits commits;
    private @Nullable KeyValueStore<String, byte[]> heads;
    private @Nullable AuditEntry head;

    /**
     * An appender.
     *
     * @param auditTopic full name of the audit topic
     * @param store name of the store of chain heads
     * @param commitTime time between the commits that it asks for
     */
    public AuditProcessor(String auditTopic, String store, Duration commitTime) {
        this.auditTopic = auditTopic;
        this.store = store;
        this.commitTime = commitTime;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        heads = context.getStateStore(store);
        head = null;
        commits = FreshCommits.every(commitTime, context);
    }

    @Override
    public void process(Record<String, Received<?>> record) {
        Objects.requireNonNull(commits, "init comes before process").note(record.timestamp());
        Object value = record.value().value();
        RecordOrigin origin = Origins.current(context());
        String log = AuditChain.nameOf(auditTopic, origin.partition());
        KeyValueStore<String, byte[]> chains = Objects.requireNonNull(heads, "init comes before process");
        AuditSubject subject = Subjects.of(value, origin, record.value().bytes());
        AuditEntry entry = AuditChain.next(log, last(chains, log), subject);
        byte[] encoded = ENTRIES.encode(entry);
        chains.put(log, encoded);
        head = entry;
        context()
                .forward(new Record<>(
                        log,
                        encoded,
                        record.timestamp(),
                        CloudEventHeaders.of(envelope(Subjects.envelope(value), entry))));
    }

    private @Nullable AuditEntry last(KeyValueStore<String, byte[]> chains, String log) {
        if (head != null && head.log().equals(log)) {
            return head;
        }
        byte[] stored = chains.get(log);
        return stored == null ? null : ENTRIES.decode(stored);
    }

    private static Envelope envelope(Envelope subject, AuditEntry entry) {
        return subject.derived(entry.log() + "/" + entry.sequence(), "audit.appended.v1");
    }
}
