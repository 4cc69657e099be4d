package io.weir.engine.threat;

/**
 * Something in a call that a feed lists.
 *
 * @param feed name of the feed
 * @param destination whether the call goes there; otherwise its content names it
 */
public record ThreatHit(String feed, boolean destination) {}
