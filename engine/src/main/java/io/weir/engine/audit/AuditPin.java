package io.weir.engine.audit;

/**
 * A point of a chain that somebody wrote down earlier. A chain that no longer runs through it was rewritten or cut off.
 *
 * @param log name of the chain
 * @param sequence position of the entry
 * @param hash its hash at that time
 */
public record AuditPin(String log, long sequence, String hash) {}
