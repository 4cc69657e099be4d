package io.weir.launcher.audit;

import io.weir.engine.audit.RecordCheck;
import io.weir.engine.audit.RecordOrigin;
import io.weir.schemas.event.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** Reads the records that audit entries commit to, batch by batch, so that memory does not grow with the log. */
final class RecordComparison {

    private static final int BATCH_ENTRIES = 100_000;

    private final TopicReader reader;
    private final List<AuditEntry> batch = new ArrayList<>();
    private RecordCheck.Verdict total = new RecordCheck.Verdict(0, 0, 0, null);

    RecordComparison(TopicReader reader) {
        this.reader = reader;
    }

    void add(AuditEntry entry) {
        batch.add(entry);
        if (batch.size() >= BATCH_ENTRIES) {
            compareBatch();
        }
    }

    RecordCheck.Verdict verdict() {
        compareBatch();
        return total;
    }

    private void compareBatch() {
        RecordCheck check = new RecordCheck();
        batch.forEach(check::expect);
        byPartition().forEach((name, entries) -> read(entries, check));
        batch.clear();
        total = total.plus(check.verdict());
    }

    private Map<String, List<AuditEntry>> byPartition() {
        Function<AuditEntry, String> partition = entry -> entry.sourceTopic() + "/" + entry.sourcePartition();
        return batch.stream().collect(Collectors.groupingBy(partition, TreeMap::new, Collectors.toList()));
    }

    private void read(List<AuditEntry> entries, RecordCheck check) {
        TopicPartition partition =
                new TopicPartition(entries.get(0).sourceTopic(), entries.get(0).sourcePartition());
        if (!reader.partitions(partition.topic()).contains(partition)) {
            return;
        }
        long first = entries.stream().mapToLong(AuditEntry::sourceOffset).min().orElseThrow();
        long last = entries.stream().mapToLong(AuditEntry::sourceOffset).max().orElseThrow();
        reader.read(
                partition,
                first,
                last,
                found -> check.observe(
                        new RecordOrigin(found.topic(), found.partition(), found.offset()), found.value()));
    }
}
