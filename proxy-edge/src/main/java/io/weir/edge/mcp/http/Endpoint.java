package io.weir.edge.mcp.http;

import io.weir.edge.mcp.era.Translated;
import io.weir.edge.mcp.relay.HoldRules;
import io.weir.edge.mcp.relay.RelayParts;
import java.net.URI;

/**
 * One server behind the edge.
 *
 * @param upstream its URL
 * @param parts what the relays to it share
 * @param hold how long calls wait for a person
 * @param messageBytesMax longest message
 * @param translated whose words are translated for it
 */
public record Endpoint(URI upstream, RelayParts parts, HoldRules hold, int messageBytesMax, Translated translated) {}
