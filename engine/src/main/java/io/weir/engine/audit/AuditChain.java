package io.weir.engine.audit;

import io.weir.schemas.event.AuditEntry;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes a hash chain: each entry holds the hash of the one before, so nobody can change, take out or insert an entry
 * without changing every hash after it. A cut-off end is seen only by somebody who kept a later head: see
 * {@link AuditPin}.
 *
 * <p>The hash is SHA-256 over the canonical JSON (RFC 8785) of all other members of the entry, under their wire names.
 */
public final class AuditChain {

    /** What the first entry holds in place of the hash of its predecessor. */
    public static final String GENESIS = "0".repeat(64);

    private AuditChain() {}

    /**
     * Name of the chain in a partition. A chain cannot be passed off as that of another partition or topic.
     *
     * @param auditTopic full name of the audit topic
     */
    public static String nameOf(String auditTopic, int partition) {
        return auditTopic + "-" + partition;
    }

    /** Number of the partition that a chain stands in, by the chain's name. */
    public static int partitionOf(String log) {
        return Integer.parseInt(log.substring(log.lastIndexOf('-') + 1));
    }

    /**
     * The next entry of a chain.
     *
     * @param log name of the chain
     * @param last the entry before, or null if the chain is empty
     * @param subject what to commit to
     * @throws IllegalArgumentException if {@code last} belongs to another chain, or a text of the subject is not
     *     well-formed Unicode
     */
    public static AuditEntry next(String log, @Nullable AuditEntry last, AuditSubject subject) {
        if (last == null) {
            return entry(log, 0, GENESIS, subject);
        }
        if (!last.log().equals(log)) {
            throw new IllegalArgumentException("Chain '" + log + "' cannot follow an entry of '" + last.log() + "'");
        }
        return entry(log, last.sequence() + 1, last.hash(), subject);
    }

    /** The hash that an entry must hold; its own {@code hash} does not count. */
    public static String hashOf(AuditEntry entry) {
        return Sha256.hex(canonical(entry).getBytes(StandardCharsets.UTF_8));
    }

    static String canonical(AuditEntry entry) {
        // In the order of the names, so that nothing has to be moved.
        return new CanonicalRecord()
                .put("decision", entry.decision())
                .put("event_id", entry.eventId())
                .put("event_type", entry.eventType())
                .put("log", entry.log())
                .put("policy_version", entry.policyVersion())
                .put("previous", entry.previous())
                .put("record_digest", entry.recordDigest())
                .put("sequence", entry.sequence())
                .put("source_offset", entry.sourceOffset())
                .put("source_partition", entry.sourcePartition())
                .put("source_topic", entry.sourceTopic())
                .put("tenant", entry.tenant())
                .put("time", entry.timeMillis())
                .put("trace_id", entry.traceId())
                .text();
    }

    private static AuditEntry entry(String log, long sequence, String previous, AuditSubject subject) {
        AuditEntry unsealed = new AuditEntry(
                log,
                sequence,
                previous,
                subject.eventType(),
                subject.eventId(),
                subject.timeMillis(),
                subject.tenant(),
                subject.traceId(),
                subject.decision(),
                subject.policyVersion(),
                subject.origin().topic(),
                subject.origin().partition(),
                subject.origin().offset(),
                subject.recordDigest(),
                "");
        return sealed(unsealed, hashOf(unsealed));
    }

    private static AuditEntry sealed(AuditEntry entry, String hash) {
        return new AuditEntry(
                entry.log(),
                entry.sequence(),
                entry.previous(),
                entry.eventType(),
                entry.eventId(),
                entry.timeMillis(),
                entry.tenant(),
                entry.traceId(),
                entry.decision(),
                entry.policyVersion(),
                entry.sourceTopic(),
                entry.sourcePartition(),
                entry.sourceOffset(),
                entry.recordDigest(),
                hash);
    }
}
