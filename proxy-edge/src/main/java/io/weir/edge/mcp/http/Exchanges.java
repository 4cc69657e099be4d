package io.weir.edge.mcp.http;

import io.weir.edge.call.CallRefused;
import io.weir.edge.call.MediaType;
import io.weir.edge.mcp.judge.McpMeters;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.MessageReader;
import io.weir.edge.mcp.message.MessageReader.Parsed;
import io.weir.edge.mcp.message.MessageRefused;
import io.weir.edge.mcp.message.RpcError;
import io.weir.edge.mcp.relay.Hold;
import io.weir.edge.mcp.relay.Origin;
import io.weir.edge.mcp.relay.Relay;
import io.weir.edge.mcp.relay.Step;
import io.weir.edge.upstream.UpstreamClient;
import io.weir.edge.upstream.UpstreamResponse;
import io.weir.edge.upstream.UpstreamUnreachable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The exchanges with one server: each request of a client, judged on its way there, and the answer on its way back. */
final class Exchanges {

    private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);

    private final Endpoint endpoint;
    private final ServerLink link;
    private final McpMeters meters;
    private final MessageReader messages;
    private final Sessions sessions;
    private final Callers callers;
    private final Eras eras;
    private final Batches batches;
    private final Delivery.Parts deliveries;

    Exchanges(String name, Endpoint endpoint, String credential, UpstreamClient upstreams, McpMeters meters) {
        this.endpoint = endpoint;
        this.link = new ServerLink(name, endpoint.upstream(), credential, upstreams);
        this.meters = meters;
        this.messages = new MessageReader(endpoint.messageBytesMax());
        this.sessions = new Sessions(endpoint.parts());
        this.callers = new Callers(credential);
        this.deliveries = new Delivery.Parts(messages, endpoint.messageBytesMax(), meters);
        this.batches = new Batches(link, deliveries);
        Inquiry inquiry = new Inquiry(link, messages, endpoint.messageBytesMax(), Inquiry.QUIET_MILLIS);
        this.eras = new Eras(endpoint.translated(), link, inquiry, callers, sessions);
    }

    void answer(Request request, Response response) throws IOException, UpstreamUnreachable, InterruptedException {
        try {
            switch (request.getMethod()) {
                case "POST" -> post(request, response);
                case "GET" -> stream(request, response);
                case "DELETE" -> end(request, response);
                default -> refuseMethod(response, "GET, POST, DELETE");
            }
        } catch (CallRefused e) {
            refuse(response, 400, e.detail());
        } catch (MessageRefused e) {
            meters.refused("client");
            LOG.warn("event=mcp_message_refused sender=client detail=\"{}\"", e.detail());
            Wire.json(response, 400, Answer.error(e));
        }
    }

    private void post(Request request, Response response)
            throws IOException, UpstreamUnreachable, InterruptedException, CallRefused, MessageRefused {
        HttpFields headers = request.getHeaders();
        Optional<String> unusable = unusable(headers);
        if (unusable.isPresent()) {
            refuse(response, 415, unusable.get());
            return;
        }
        byte[] body = Request.asInputStream(request).readNBytes(endpoint.messageBytesMax() + 1);
        if (body.length > endpoint.messageBytesMax()) {
            refuse(response, 413, "The message has more than " + endpoint.messageBytesMax() + " bytes.");
            return;
        }
        Parsed parsed = messages.read(body);
        Origin origin = callers.of(headers);
        Relay relay = sessions.of(headers.get(ServerLink.SESSION_HEADER), origin);
        if (parsed.batch()) {
            batches.send(parsed, relay, origin, request, response);
            return;
        }
        Message message = parsed.messages().get(0);
        Optional<String> mismatch = Mirrors.mismatch(headers, message);
        if (mismatch.isPresent()) {
            meters.refused("client");
            Wire.json(response, 400, Answer.error(message.id(), RpcError.HEADER_MISMATCH, mismatch.get(), Map.of()));
            return;
        }
        single(message, relay, origin.with(Mirrors.params(headers)), request, response);
    }

    private static Optional<String> unusable(HttpFields headers) {
        List<String> types = headers.getValuesList("Content-Type");
        if (types.size() != 1 || !MediaType.of(types.get(0)).isJson()) {
            return Optional.of("The body must be declared as application/json, once.");
        }
        return headers.contains("Content-Encoding")
                ? Optional.of("The body must have no content coding.")
                : Optional.empty();
    }

    private Relay relay(HttpFields headers) throws CallRefused {
        return sessions.of(headers.get(ServerLink.SESSION_HEADER), callers.of(headers));
    }

    private void single(Message message, Relay relay, Origin origin, Request request, Response response)
            throws IOException, UpstreamUnreachable, InterruptedException {
        Step step = relay.fromClient(message, origin);
        Delivery delivery = new Delivery(deliveries, relay, response, message);
        if (step instanceof Step.Hold held) {
            Hold hold = new Hold(relay, held.call(), endpoint.hold());
            step = hold.await(takesStream(request) ? delivery::event : notification -> {});
        }
        if (step instanceof Step.Forward forward) {
            try {
                send(message, forward, new Leg(sent(message, forward), request, response, delivery, relay));
            } finally {
                relay.ended(message);
            }
        } else if (step instanceof Step.Reply reply) {
            delivery.only(reply.text());
        } else {
            Wire.empty(response, 202);
        }
    }

    private void send(Message message, Step.Forward forward, Leg leg)
            throws IOException, UpstreamUnreachable, InterruptedException {
        if (eras.send(leg)) {
            return;
        }
        List<HttpField> headers = link.forwarded(leg.request().getHeaders());
        Map<String, String> mirrors = forward.mirrors();
        if (mirrors != null) {
            headers = Mirrors.replaced(headers, leg.message(), mirrors);
        } else if (!forward.text().equals(message.text())) {
            headers = Mirrors.redacted(headers, message, leg.message());
        }
        try (UpstreamResponse upstream = link.post(headers, forward.text())) {
            String began = upstream.headers().get(ServerLink.SESSION_HEADER);
            if (message.methodName().equals("initialize") && began != null) {
                sessions.began(began, leg.relay());
            }
            if (!eras.greets(leg, upstream.status())) {
                pass(upstream, leg.request(), leg.response(), leg.delivery());
            }
        }
    }

    /** The message as it goes out. Our own writing of one that was read before is read again without fail. */
    private Message sent(Message message, Step.Forward forward) {
        if (forward.text().equals(message.text())) {
            return message;
        }
        try {
            return messages.read(utf8(forward.text())).messages().get(0);
        } catch (MessageRefused e) {
            return message;
        }
    }

    private void stream(Request request, Response response)
            throws IOException, UpstreamUnreachable, InterruptedException, CallRefused {
        if (Eras.holdsSession(request)) {
            // Servers of 2026-07-28 say nothing unasked.
            refuseMethod(response, "POST, DELETE");
            return;
        }
        Relay relay = relay(request.getHeaders());
        try (UpstreamResponse upstream = link.send(request)) {
            pass(upstream, request, response, new Delivery(deliveries, relay, response, null));
        }
    }

    private static void refuseMethod(Response response, String allowed) throws IOException {
        response.getHeaders().put("Allow", allowed);
        refuse(response, 405, "The endpoint takes " + allowed + ".");
    }

    private void end(Request request, Response response)
            throws IOException, UpstreamUnreachable, InterruptedException, CallRefused {
        if (Eras.holdsSession(request)) {
            eras.ended(request);
            Wire.empty(response, 200);
            return;
        }
        Relay relay = relay(request.getHeaders());
        try (UpstreamResponse upstream = link.send(request)) {
            pass(upstream, request, response, new Delivery(deliveries, relay, response, null));
        }
        String session = request.getHeaders().get(ServerLink.SESSION_HEADER);
        if (session != null) {
            sessions.ended(session);
        }
    }

    private void pass(UpstreamResponse upstream, Request request, Response response, Delivery delivery)
            throws IOException, UpstreamUnreachable, InterruptedException {
        link.passHead(upstream, request, response);
        delivery.pass(upstream, Telling.AS_IT_IS, link.answerTo(request));
    }

    private static boolean takesStream(Request request) {
        @Nullable String accept = request.getHeaders().get("Accept");
        return accept != null && accept.toLowerCase(Locale.ROOT).contains(Wire.EVENT_STREAM);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void refuse(Response response, int status, String why) throws IOException {
        Wire.json(response, status, Answer.error(null, RpcError.INVALID_REQUEST, why, Map.of()));
    }
}
