package io.weir.messaging;

/**
 * All that a scan API node needs to know what other nodes have seen.
 *
 * @param publisher tells the others
 * @param feed hears them
 * @param archive gets the events that they speak of
 */
public record TaintPorts(TaintPublisher publisher, TaintFeed feed, EventArchive archive) {}
