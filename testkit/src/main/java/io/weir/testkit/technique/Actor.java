package io.weir.testkit.technique;

/**
 * Who acts in a case.
 *
 * @param agent stable id of the agent
 * @param session the run of the agent
 * @param host the node whose memory sees the agent's calls before they run
 */
public record Actor(String agent, String session, String host) {}
