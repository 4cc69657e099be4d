package io.weir.launcher.audit;

import io.weir.engine.audit.AuditChain;
import io.weir.engine.audit.AuditPin;
import io.weir.engine.audit.AuditVerifier;
import io.weir.engine.audit.RecordCheck;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.schemas.event.AuditEntry;
import io.weir.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Verifies every chain of an audit topic. It only reads. For one thread. */
final class AuditVerification implements AutoCloseable {

    private final String topic;
    private final TopicReader entries;
    private final TopicReader records;
    private final boolean comparesRecords;
    private final Map<Integer, AuditPin> pins;

    private AuditVerification(KafkaConnection connection, boolean comparesRecords, Map<Integer, AuditPin> pins) {
        this.topic = connection.nameOf(Topics.AUDIT);
        this.entries = TopicReader.connect(connection);
        this.records = TopicReader.connect(connection);
        this.comparesRecords = comparesRecords;
        this.pins = pins;
    }

    /**
     * A verification.
     *
     * @param comparesRecords whether the records that the entries commit to are read again and compared
     * @param pins heads of an earlier verification, by partition
     */
    static AuditVerification of(KafkaConnection connection, boolean comparesRecords, Map<Integer, AuditPin> pins) {
        return new AuditVerification(connection, comparesRecords, pins);
    }

    /**
     * Reads and judges all chains.
     *
     * @throws IllegalArgumentException if there is no audit topic
     * @throws org.apache.kafka.common.KafkaException if the cluster cannot be read
     */
    AuditReport run() {
        List<TopicPartition> partitions = entries.partitions(topic);
        if (partitions.isEmpty()) {
            throw new IllegalArgumentException("There is no topic " + topic + " in the cluster. Fix: see --prefix");
        }
        List<PartitionReport> reports = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            reports.add(verify(partition));
        }
        return AuditReport.of(topic, reports);
    }

    @Override
    public void close() {
        entries.close();
        records.close();
    }

    private PartitionReport verify(TopicPartition partition) {
        AuditVerifier verifier = verifier(partition);
        RecordComparison comparison = comparesRecords ? new RecordComparison(records) : null;
        entries.readAll(partition, found -> take(found, verifier, comparison));
        RecordCheck.Verdict compared = comparison == null ? null : comparison.verdict();
        return new PartitionReport(partition.partition(), verifier.verdict(), compared);
    }

    private AuditVerifier verifier(TopicPartition partition) {
        String log = AuditChain.nameOf(topic, partition.partition());
        AuditVerifier verifier =
                entries.firstOffset(partition) > 0 ? AuditVerifier.remaining(log) : AuditVerifier.whole(log);
        AuditPin pin = pins.get(partition.partition());
        return pin == null ? verifier : verifier.through(pin);
    }

    private static void take(
            ConsumerRecord<byte[], byte[]> found, AuditVerifier verifier, @Nullable RecordComparison comparison) {
        Optional<AuditEntry> entry = found.value() == null ? Optional.empty() : EntryReader.read(found.value());
        if (entry.isEmpty()) {
            verifier.acceptUnreadable("the record at offset " + found.offset() + " is no audit entry");
            return;
        }
        verifier.accept(entry.get());
        if (comparison != null) {
            comparison.add(entry.get());
        }
    }
}
