package io.weir.engine.audit;

/**
 * Something wrong in a chain, and where.
 *
 * @param kind what is wrong
 * @param sequence position of the entry at fault
 * @param details one line for people
 */
public record AuditFault(Kind kind, long sequence, String details) {

    /** What can be wrong in a chain. */
    public enum Kind {
        /** An entry of another chain. */
        FOREIGN_LOG,
        /** A position appears a second time. */
        DUPLICATE,
        /** Positions are missing. */
        GAP,
        /** An entry does not hold the hash of its predecessor. */
        WRONG_PREVIOUS,
        /** An entry's hash is not that of its content. */
        WRONG_HASH,
        /** An entry cannot be hashed. */
        MALFORMED,
        /** A pinned entry has another hash now. */
        REWRITTEN,
        /** The chain ends before a pinned entry. */
        CUT_OFF
    }
}
