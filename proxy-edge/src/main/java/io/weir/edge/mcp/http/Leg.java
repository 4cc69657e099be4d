package io.weir.edge.mcp.http;

import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.relay.Relay;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * The rest of the way of a message that may go out.
 *
 * @param message as it may go out
 * @param request the request that it came with
 * @param response where the answer goes
 * @param delivery brings it there
 * @param relay judges it
 */
record Leg(Message message, Request request, Response response, Delivery delivery, Relay relay) {}
