package io.weir.engine.audit;

import io.weir.schemas.event.AuditEntry;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Verifies one chain, entry by entry, in the order of the log. It stops judging at the first fault: what stands after
 * it proves nothing.
 *
 * <p>It proves that the entries are those that were written, in that order. It does not prove that everything was
 * written, nor that the end was not cut off after the last pin.
 *
 * <p>Not thread-safe; memory does not grow with the chain.
 */
public final class AuditVerifier {

    private final String log;
    private final boolean beginningExpired;
    private final Map<Long, String> pins = new TreeMap<>();
    private long entries;
    private long firstSequence = -1;
    private @Nullable AuditEntry last;
    private @Nullable AuditFault fault;

    private AuditVerifier(String log, boolean beginningExpired) {
        this.log = log;
        this.beginningExpired = beginningExpired;
    }

    /** Verifies a chain from its first entry. */
    public static AuditVerifier whole(String log) {
        return new AuditVerifier(log, false);
    }

    /** Verifies a chain whose beginning has been deleted by retention: the first entry read is taken on trust. */
    public static AuditVerifier remaining(String log) {
        return new AuditVerifier(log, true);
    }

    /** Demands that the chain runs through a point that was written down earlier. */
    public AuditVerifier through(AuditPin pin) {
        if (!pin.log().equals(log)) {
            throw new IllegalArgumentException("A pin of '" + pin.log() + "' says nothing about '" + log + "'");
        }
        pins.put(pin.sequence(), pin.hash());
        return this;
    }

    /** Takes the next entry of the log. */
    public void accept(AuditEntry entry) {
        entries++;
        if (firstSequence < 0) {
            firstSequence = entry.sequence();
        }
        if (fault != null) {
            return;
        }
        fault = faultOf(entry);
        if (fault == null) {
            last = entry;
        }
    }

    /** Takes a record of the log that is no audit entry at all. */
    public void acceptUnreadable(String details) {
        entries++;
        if (fault == null) {
            fault = new AuditFault(AuditFault.Kind.MALFORMED, expectedSequence(0), details);
        }
    }

    /** The verdict on what was taken so far. */
    public AuditVerdict verdict() {
        AuditFault found = fault != null ? fault : cutOff();
        return last == null
                ? new AuditVerdict(log, entries, firstSequence, -1, AuditChain.GENESIS, found)
                : new AuditVerdict(log, entries, firstSequence, last.sequence(), last.hash(), found);
    }

    private @Nullable AuditFault faultOf(AuditEntry entry) {
        if (!entry.log().equals(log)) {
            return fault(AuditFault.Kind.FOREIGN_LOG, entry, "belongs to chain '" + entry.log() + "'");
        }
        long expected = expectedSequence(entry.sequence());
        if (entry.sequence() < expected) {
            return fault(AuditFault.Kind.DUPLICATE, entry, "stands where " + expected + " should");
        }
        if (entry.sequence() > expected) {
            return fault(AuditFault.Kind.GAP, entry, "stands where " + expected + " should");
        }
        AuditFault broken = brokenLink(entry);
        return broken != null ? broken : brokenHash(entry);
    }

    private long expectedSequence(long found) {
        if (last != null) {
            return last.sequence() + 1;
        }
        return beginningExpired ? found : 0;
    }

    private @Nullable AuditFault brokenLink(AuditEntry entry) {
        if (last == null && beginningExpired) {
            return null;
        }
        String expected = last == null ? AuditChain.GENESIS : last.hash();
        return entry.previous().equals(expected)
                ? null
                : fault(AuditFault.Kind.WRONG_PREVIOUS, entry, "does not follow the entry before it");
    }

    private @Nullable AuditFault brokenHash(AuditEntry entry) {
        try {
            if (!AuditChain.hashOf(entry).equals(entry.hash())) {
                return fault(AuditFault.Kind.WRONG_HASH, entry, "its content was changed after it was written");
            }
        } catch (IllegalArgumentException e) {
            return fault(AuditFault.Kind.MALFORMED, entry, String.valueOf(e.getMessage()));
        }
        String pinned = pins.getOrDefault(entry.sequence(), entry.hash());
        return pinned.equals(entry.hash())
                ? null
                : fault(AuditFault.Kind.REWRITTEN, entry, "its hash was " + pinned + " when it was pinned");
    }

    private @Nullable AuditFault cutOff() {
        long end = last == null ? -1 : last.sequence();
        return pins.keySet().stream()
                .filter(sequence -> sequence > end)
                .findFirst()
                .map(sequence -> new AuditFault(AuditFault.Kind.CUT_OFF, sequence, "pinned, but the chain ends before"))
                .orElse(null);
    }

    private static AuditFault fault(AuditFault.Kind kind, AuditEntry entry, String details) {
        return new AuditFault(kind, entry.sequence(), details);
    }
}
