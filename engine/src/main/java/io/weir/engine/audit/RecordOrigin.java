package io.weir.engine.audit;

import io.weir.schemas.event.AuditEntry;

/**
 * Where a record stands: topic, partition, offset.
 *
 * @param topic full name of the topic
 * @param partition its partition
 * @param offset its offset
 */
public record RecordOrigin(String topic, int partition, long offset) {

    /** The origin of the record that an entry commits to. */
    public static RecordOrigin of(AuditEntry entry) {
        return new RecordOrigin(entry.sourceTopic(), entry.sourcePartition(), entry.sourceOffset());
    }

    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }
}
