package io.weir.benchmarks.stream;

import java.util.List;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Counts what a topology has read. It has thousands of meters, so that to go through them took a quarter of a processor
 * and more memory than the topology itself: it is done now and then, and only those that count are looked at in
 * between. Not thread-safe.
 */
final class ConsumedRecords {

    private static final int LOOKS_MAX = 25;

    private final KafkaStreams streams;
    private List<Metric> meters = List.of();
    private int looks;

    ConsumedRecords(KafkaStreams streams) {
        this.streams = streams;
    }

    /** Records of all topics. */
    long ofAll() {
        if (meters.isEmpty() || looks++ % LOOKS_MAX == 0) {
            meters = streams.metrics().values().stream()
                    .filter(meter -> meter.metricName().name().equals("records-consumed-total"))
                    .filter(meter -> meter.metricName().group().equals("stream-topic-metrics"))
                    .<Metric>map(meter -> meter)
                    .toList();
        }
        return (long) meters.stream()
                .mapToDouble(meter -> (double) meter.metricValue())
                .sum();
    }
}
