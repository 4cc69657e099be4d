package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One link of the audit chain. It commits to a record by digest and to everything before it by {@code previous}.
 *
 * @param log name of the chain: one per partition of the audit topic
 * @param sequence position in the chain, from 0, without gaps
 * @param previous hash of the entry before it; 64 zeros for the first
 * @param eventType what kind of record this commits to
 * @param eventId id of that record
 * @param timeMillis event time of that record
 * @param tenant whose record it is
 * @param traceId decision that the record belongs to
 * @param decision decision of the record, or {@code -} where it has none
 * @param policyVersion version of the judgement, or {@code -}
 * @param sourceTopic topic that the record was read from
 * @param sourcePartition its partition
 * @param sourceOffset its offset
 * @param recordDigest SHA-256 over the committed record's bytes, 64 hex digits
 * @param hash SHA-256 over the canonical form of all other fields, 64 hex digits
 */
public record AuditEntry(
        @JsonProperty("log") String log,
        @JsonProperty("sequence") long sequence,
        @JsonProperty("previous") String previous,
        @JsonProperty("event_type") String eventType,
        @JsonProperty("event_id") String eventId,
        @JsonProperty("time") long timeMillis,
        @JsonProperty("tenant") String tenant,
        @JsonProperty("trace_id") String traceId,
        @JsonProperty("decision") String decision,
        @JsonProperty("policy_version") String policyVersion,
        @JsonProperty("source_topic") String sourceTopic,
        @JsonProperty("source_partition") int sourcePartition,
        @JsonProperty("source_offset") long sourceOffset,
        @JsonProperty("record_digest") String recordDigest,
        @JsonProperty("hash") String hash) {}
