package io.weir.messaging;

/**
 * Where a record is stored.
 *
 * @param topic full name of the topic
 * @param partition its partition
 * @param offset its offset
 */
public record RecordPosition(String topic, int partition, long offset) {}
