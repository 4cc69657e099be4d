package io.weir.edge.mcp.http;

import io.weir.edge.mcp.era.ModernClient;
import io.weir.edge.mcp.era.Passage;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.RpcError;
import io.weir.edge.mcp.relay.BoundedMap;
import io.weir.edge.upstream.UpstreamResponse;
import io.weir.edge.upstream.UpstreamUnreachable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clients of 2026-07-28 before a server of a revision with sessions: the edge holds one session with the server for each
 * client. Bounded, the one that was not used for the longest time goes first. Safe to share between threads.
 */
final class ModernClients {

    private static final Logger LOG = LoggerFactory.getLogger(ModernClients.class);
    private static final int SESSIONS_MAX = 1_024;
    private static final int NOT_FOUND = 404;

    private final ServerLink link;
    private final Inquiry inquiry;
    private final Callers callers;
    private final AtomicLong ids = new AtomicLong();
    private final Map<String, Held> sessions = BoundedMap.byUse(SESSIONS_MAX);
    private volatile boolean modernServer;

    ModernClients(ServerLink link, Inquiry inquiry, Callers callers) {
        this.link = link;
        this.inquiry = inquiry;
        this.callers = callers;
    }

    /** The session of one client; begun by its first request, which those that come meanwhile wait for. */
    private static final class Held {
        private @Nullable Begun begun;

        synchronized void lost(Begun session) {
            if (session.equals(begun)) {
                begun = null;
            }
        }
    }

    /**
     * A session with the server.
     *
     * @param id the server's; null where it keeps none
     * @param greeting how it was begun
     */
    private record Begun(@Nullable String id, Message greeting) {}

    /**
     * Brings a request to a server that wants a session, and the answer back.
     *
     * @return false if the server wants none, or will not begin one; nothing was sent or answered then
     */
    boolean send(Leg leg) throws IOException, UpstreamUnreachable, InterruptedException {
        if (modernServer) {
            return false;
        }
        ModernClient client = new ModernClient(leg.message(), "weir-" + ids.incrementAndGet());
        Held held = held(leg, client);
        Begun begun = begun(held, leg, client);
        if (begun == null) {
            return false;
        }
        Optional<String> missing = Mirrors.missing(leg.request().getHeaders(), leg.message());
        if (missing.isPresent()) {
            leg.delivery()
                    .inPlace(400, Answer.error(leg.message().id(), RpcError.HEADER_MISMATCH, missing.get(), Map.of()));
            return true;
        }
        Passage passage = client.toServer(begun.greeting());
        if (passage instanceof Passage.Answered answered) {
            leg.delivery().inPlace(answered.status(), answered.text());
        } else if (passage instanceof Passage.Sent sent) {
            exchange(held, begun, leg, client, sent.message());
        } else {
            Wire.empty(leg.response(), 202);
        }
        return true;
    }

    private Held held(Leg leg, ModernClient client) {
        String key = callers.key(leg.request().getHeaders(), client.presented());
        synchronized (sessions) {
            return sessions.computeIfAbsent(key, name -> new Held());
        }
    }

    private @Nullable Begun begun(Held held, Leg leg, ModernClient client)
            throws UpstreamUnreachable, InterruptedException {
        synchronized (held) {
            if (held.begun == null) {
                held.begun = begin(leg, client);
            }
            return held.begun;
        }
    }

    /** A server that can be discovered speaks 2026-07-28; whoever cannot is asked for a session. */
    private @Nullable Begun begin(Leg leg, ModernClient client) throws UpstreamUnreachable, InterruptedException {
        Message question = client.discovery();
        List<HttpField> asModern = link.ofOtherEra(leg.request().getHeaders());
        asModern.add(new HttpField(ServerLink.VERSION_HEADER, ModernClient.REVISION));
        asModern.addAll(Mirrors.of(question, Map.of()));
        Optional<Message> discovered = inquiry.ask(asModern, question).answer();
        if (discovered.filter(answer -> answer.members().containsKey("result")).isPresent()) {
            modernServer = true;
            return null;
        }
        Message introduction = client.introduction();
        Inquiry.Reply reply = inquiry.ask(link.ofOtherEra(leg.request().getHeaders()), introduction);
        Message greeting = reply.answer().filter(ModernClient::isWelcome).orElse(null);
        if (greeting == null) {
            return null;
        }
        Begun begun = new Begun(reply.session(), greeting);
        link.tell(headers(leg, begun), ModernClient.INITIALIZED);
        LOG.info("event=mcp_translated client=2026-07-28 server=older");
        return begun;
    }

    private List<HttpField> headers(Leg leg, Begun session) {
        List<HttpField> headers = link.ofOtherEra(leg.request().getHeaders());
        headers.add(new HttpField(
                ServerLink.VERSION_HEADER,
                String.valueOf(session.greeting().result().get("protocolVersion"))));
        if (session.id() != null) {
            headers.add(new HttpField(ServerLink.SESSION_HEADER, session.id()));
        }
        return headers;
    }

    private void exchange(Held held, Begun begun, Leg leg, ModernClient client, Message message)
            throws IOException, UpstreamUnreachable, InterruptedException {
        try (UpstreamResponse upstream = link.post(headers(leg, begun), message.text())) {
            if (upstream.status() != NOT_FOUND) {
                pass(begun, leg, client, upstream);
                return;
            }
        }
        // The server has forgotten the session, and so has not looked at the request.
        held.lost(begun);
        Begun anew = begun(held, leg, client);
        if (anew == null) {
            throw new IOException("the server begins no session any more");
        }
        try (UpstreamResponse upstream = link.post(headers(leg, anew), message.text())) {
            pass(anew, leg, client, upstream);
        }
    }

    private void pass(Begun begun, Leg leg, ModernClient client, UpstreamResponse upstream)
            throws IOException, UpstreamUnreachable, InterruptedException {
        List<HttpField> headers = headers(leg, begun);
        link.passHead(upstream, leg.request(), leg.response());
        leg.response().getHeaders().remove(ServerLink.SESSION_HEADER);
        try {
            leg.delivery().pass(upstream, new ModernTelling(client), text -> link.tell(headers, text));
        } catch (IOException e) {
            // Going away is how a client of 2026-07-28 cancels.
            link.tell(headers, client.cancelled());
            throw e;
        }
    }

    private record ModernTelling(ModernClient client) implements Telling {

        @Override
        public Optional<Message> toClient(Message told) {
            return client.toClient(told);
        }

        @Override
        public int status(int status, Message told) {
            return ModernClient.status(status, told);
        }

        @Override
        public Optional<String> unanswered() {
            return Optional.of(client.unanswered());
        }
    }
}
