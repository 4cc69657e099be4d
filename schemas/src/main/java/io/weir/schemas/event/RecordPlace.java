package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where a record stands, so that whoever reads evidence can fetch what it speaks of.
 *
 * @param topic full name of the topic
 * @param partition its partition
 * @param offset its offset
 */
public record RecordPlace(
        @JsonProperty("topic") String topic,
        @JsonProperty("partition") int partition,
        @JsonProperty("offset") long offset) {}
