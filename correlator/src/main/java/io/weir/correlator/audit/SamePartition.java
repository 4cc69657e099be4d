package io.weir.correlator.audit;

import io.weir.engine.audit.AuditChain;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Puts an audit entry into the partition with the number of the partition that its subject came from. */
public final class SamePartition implements StreamPartitioner<String, byte[]> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String log, byte[] entry, int partitions) {
        return Optional.of(Set.of(AuditChain.partitionOf(log)));
    }
}
