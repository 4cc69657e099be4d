package io.weir.engine.audit;

import org.jspecify.annotations.Nullable;

/**
 * What verification of one chain found.
 *
 * @param log name of the chain
 * @param entries how many entries were read, those after a fault included
 * @param firstSequence position of the first entry, or -1 for an empty chain
 * @param lastSequence position of the last good entry, or -1 if there is none
 * @param head hash of the last good entry, or {@link AuditChain#GENESIS}
 * @param fault the first fault, or null
 */
public record AuditVerdict(
        String log,
        long entries,
        long firstSequence,
        long lastSequence,
        String head,
        @Nullable AuditFault fault) {

    /** Whether the chain is whole. */
    public boolean intact() {
        return fault == null;
    }

    /** The last good entry as a pin for a later verification. */
    public AuditPin pin() {
        return new AuditPin(log, lastSequence, head);
    }
}
