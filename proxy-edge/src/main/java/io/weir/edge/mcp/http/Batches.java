package io.weir.edge.mcp.http;

import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.MessageReader.Parsed;
import io.weir.edge.mcp.relay.Origin;
import io.weir.edge.mcp.relay.Relay;
import io.weir.edge.mcp.relay.Step;
import io.weir.edge.upstream.UpstreamResponse;
import io.weir.edge.upstream.UpstreamUnreachable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * Batches, which revision 2025-03-26 alone has: each goes on as a whole or not at all. Safe to share between threads.
 */
final class Batches {

    private static final String REVISION = "2025-03-26";

    private final ServerLink link;
    private final Delivery.Parts deliveries;

    Batches(ServerLink link, Delivery.Parts deliveries) {
        this.link = link;
        this.deliveries = deliveries;
    }

    void send(Parsed batch, Relay relay, Origin origin, Request request, Response response)
            throws IOException, UpstreamUnreachable, InterruptedException {
        String version = request.getHeaders().get(ServerLink.VERSION_HEADER);
        boolean later = version != null && !version.equals(REVISION);
        if (later || Eras.holdsSession(request)) {
            Exchanges.refuse(response, 400, "Only revision 2025-03-26 has batches.");
            return;
        }
        List<String> forwarded = new ArrayList<>();
        List<String> replies = new ArrayList<>();
        for (Message message : batch.messages()) {
            Step step = relay.fromClient(message, origin);
            if (step instanceof Step.Forward forward) {
                forwarded.add(forward.text());
            } else if (step instanceof Step.Reply reply) {
                replies.add(reply.text());
            } else if (step instanceof Step.Hold hold) {
                replies.add(hold.call().unanswered());
            }
        }
        if (forwarded.size() < batch.messages().size()) {
            relay.abandoned("The batch was not sent: one of its messages may not go out.")
                    .forEach(replies::add);
            Wire.json(response, 200, "[" + String.join(",", replies) + "]");
            return;
        }
        String text = "[" + String.join(",", forwarded) + "]";
        try (UpstreamResponse upstream = link.post(link.forwarded(request.getHeaders()), text)) {
            link.passHead(upstream, request, response);
            new Delivery(deliveries, relay, response, null).pass(upstream, Telling.AS_IT_IS, link.answerTo(request));
        }
    }
}
