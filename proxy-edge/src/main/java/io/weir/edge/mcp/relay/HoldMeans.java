package io.weir.edge.mcp.relay;

/**
 * How held calls can wait without their clients being kept waiting, and who is shown what.
 *
 * @param confirmations calls that wait for one-time codes
 * @param page where people decide on held calls
 * @param tasks calls whose clients poll for the result
 */
public record HoldMeans(Confirmations confirmations, ApprovalPage page, HeldTasks tasks) {}
