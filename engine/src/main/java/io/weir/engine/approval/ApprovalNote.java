package io.weir.engine.approval;

/**
 * What somebody wrote about an approval.
 *
 * @param timeMillis when, epoch milliseconds
 * @param author who
 * @param text what
 */
public record ApprovalNote(long timeMillis, String author, String text) {}
