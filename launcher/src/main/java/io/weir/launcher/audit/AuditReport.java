package io.weir.launcher.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was found in the audit topic.
 *
 * @param topic its full name
 * @param intact whether nothing is wrong
 * @param entries how many entries were read
 * @param partitions the findings in order of partitions
 */
record AuditReport(String topic, boolean intact, long entries, List<PartitionReport> partitions) {

    static AuditReport of(String topic, List<PartitionReport> partitions) {
        return new AuditReport(
                topic,
                partitions.stream().allMatch(PartitionReport::intact),
                partitions.stream()
                        .mapToLong(report -> report.chain().entries())
                        .sum(),
                partitions);
    }

    /** A line for each partition, then the verdict. */
    String text() {
        String lines = partitions.stream().map(PartitionReport::line).collect(Collectors.joining("\n"));
        return lines + "\n" + topic + ": " + (intact ? "INTACT" : "BROKEN") + ", " + entries + " entries in "
                + partitions.size() + " partitions";
    }

    /** The JSON form; a later verification can take the heads from it. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("topic", topic);
        json.put("intact", intact);
        json.put("entries", entries);
        json.put("partitions", partitions.stream().map(PartitionReport::json).toList());
        return json;
    }
}
