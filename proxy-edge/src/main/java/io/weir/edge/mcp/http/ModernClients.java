package io.weir.edge.mcp.http;

import io.weir.edge.mcp.era.ModernClient;
import io.weir.edge.mcp.era.Passage;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.RpcError;
import io.weir.edge.upstream.UpstreamResponse;
import io.weir.edge.upstream.UpstreamUnreachable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpField;

/**
 * Clients of 2026-07-28 before a server of a revision with sessions: the edge holds one session with the server for
 * each client. Safe to share between threads.
 */
final class ModernClients {

    private static final int SESSIONS_MAX = 1_024;
    private static final int NOT_FOUND = 404;

    private final ServerLink link;
    private final Callers callers;
    private final AtomicLong ids = new AtomicLong();
    private final HeldSessions sessions;

    ModernClients(ServerLink link, Inquiry inquiry, Callers callers) {
        this.link = link;
        this.callers = callers;
        this.sessions = new HeldSessions(link, inquiry, SESSIONS_MAX);
    }

    /**
     * Brings a request to a server that wants a session, and the answer back.
     *
     * @return false if the server wants none, or will not begin one; nothing was sent or answered then
     */
    boolean send(Leg leg) throws IOException, UpstreamUnreachable, InterruptedException {
        if (sessions.areUnwanted()) {
            return false;
        }
        ModernClient client = new ModernClient(leg.message(), "weir-" + ids.incrementAndGet());
        HeldSessions.Held held = sessions.of(callers.key(leg.request().getHeaders(), client.presented()));
        HeldSessions.Begun begun = held.begun(client, () -> fields(leg));
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

    private List<HttpField> fields(Leg leg) {
        return link.ofOtherEra(leg.request().getHeaders());
    }

    private void exchange(
            HeldSessions.Held held, HeldSessions.Begun begun, Leg leg, ModernClient client, Message message)
            throws IOException, UpstreamUnreachable, InterruptedException {
        try (UpstreamResponse upstream = link.post(begun.headers(fields(leg)), message.text())) {
            if (upstream.status() != NOT_FOUND) {
                pass(begun, leg, client, upstream);
                return;
            }
        }
        // The server has forgotten the session, and so has not looked at the request.
        held.lose(begun);
        HeldSessions.Begun anew = held.begun(client, () -> fields(leg));
        if (anew == null) {
            throw new IOException("the server begins no session any more");
        }
        try (UpstreamResponse upstream = link.post(anew.headers(fields(leg)), message.text())) {
            pass(anew, leg, client, upstream);
        }
    }

    private void pass(HeldSessions.Begun begun, Leg leg, ModernClient client, UpstreamResponse upstream)
            throws IOException, UpstreamUnreachable, InterruptedException {
        List<HttpField> headers = begun.headers(fields(leg));
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
