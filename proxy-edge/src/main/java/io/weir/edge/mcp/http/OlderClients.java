package io.weir.edge.mcp.http;

import io.weir.edge.mcp.era.Carrier;
import io.weir.edge.mcp.era.ModernClient;
import io.weir.edge.mcp.era.OlderClient;
import io.weir.edge.mcp.era.Passage;
import io.weir.edge.mcp.era.ToolHeaders;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.RpcError;
import io.weir.edge.mcp.relay.BoundedMap;
import io.weir.edge.upstream.UpstreamResponse;
import io.weir.edge.upstream.UpstreamUnreachable;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clients of revisions with sessions before a server of 2026-07-28: the edge holds their sessions. Bounded, the one
 * that was not used for the longest time goes first, and its client introduces itself again. Safe to share between
 * threads.
 */
final class OlderClients {

    private static final Logger LOG = LoggerFactory.getLogger(OlderClients.class);
    private static final String PREFIX = "weir-session-";
    private static final int SESSIONS_MAX = 4_096;
    private static final int ID_BYTES = 16;

    private final Inquiry inquiry;
    private final ServerLink link;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = BoundedMap.byUse(SESSIONS_MAX);

    OlderClients(ServerLink link, Inquiry inquiry) {
        this.link = link;
        this.inquiry = inquiry;
    }

    private record Session(OlderClient client, ToolHeaders toolHeaders, Map<String, UpstreamResponse> open) {}

    /** Whether a session is one of ours, or one that would be. */
    static boolean isOurs(@Nullable String session) {
        return session != null && session.startsWith(PREFIX);
    }

    /**
     * Greets a client in the server's place.
     *
     * @return the client's session; empty if the server does not speak 2026-07-28, and nothing was answered
     */
    Optional<String> greet(Leg leg) throws IOException, UpstreamUnreachable, InterruptedException {
        Message initialize = leg.message();
        OlderClient client = new OlderClient(initialize, Carrier.EXCHANGES);
        Message question = client.discovery(initialize.id());
        Inquiry.Reply reply = inquiry.ask(headers(leg, question, Map.of()), question);
        Message discovered = reply.answer().filter(OlderClient::isUnderstood).orElse(null);
        if (discovered == null) {
            return Optional.empty();
        }
        String id = newId();
        synchronized (sessions) {
            sessions.put(id, new Session(client, new ToolHeaders(), new ConcurrentHashMap<>()));
        }
        LOG.info("event=mcp_translated client=older server=2026-07-28");
        leg.response().getHeaders().put(ServerLink.SESSION_HEADER, id);
        leg.delivery().inPlace(200, client.greeting(initialize, discovered).text());
        return Optional.of(id);
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return PREFIX + HexFormat.of().formatHex(bytes);
    }

    /** Brings a message of a session of ours to the server, and the answer back. */
    void send(Leg leg, String id) throws IOException, UpstreamUnreachable, InterruptedException {
        Session session = session(id);
        if (session == null) {
            // The client introduces itself again, as the older revisions have it.
            Wire.json(
                    leg.response(),
                    404,
                    Answer.error(leg.message().id(), RpcError.INVALID_REQUEST, "There is no such session.", Map.of()));
            return;
        }
        if (leg.message().methodName().equals("notifications/cancelled")) {
            cancel(session, leg.message());
        }
        Passage passage = session.client().toServer(leg.message());
        if (passage instanceof Passage.Sent sent) {
            exchange(leg, session, sent.message());
        } else if (passage instanceof Passage.Answered answered) {
            leg.delivery().inPlace(answered.status(), answered.text());
        } else {
            Wire.empty(leg.response(), 202);
        }
    }

    private @Nullable Session session(String id) {
        synchronized (sessions) {
            return sessions.get(id);
        }
    }

    private void exchange(Leg leg, Session session, Message message)
            throws IOException, UpstreamUnreachable, InterruptedException {
        List<HttpField> headers = headers(leg, message, session.toolHeaders().of(message));
        String key = leg.message().idKey();
        try (UpstreamResponse upstream = link.post(headers, message.text())) {
            session.open().put(key, upstream);
            link.passHead(upstream, leg.request(), leg.response());
            leg.delivery().pass(upstream, new OlderTelling(session, leg.message()), text -> {});
        } finally {
            session.open().remove(key);
        }
    }

    private List<HttpField> headers(Leg leg, Message message, Map<String, String> params) {
        List<HttpField> headers = link.ofOtherEra(leg.request().getHeaders());
        headers.add(new HttpField(ServerLink.VERSION_HEADER, ModernClient.REVISION));
        headers.addAll(Mirrors.of(message, params));
        return headers;
    }

    /**
     * In 2026-07-28 a client cancels by going away. An answer that has not begun yet is not heard of any more either.
     */
    private static void cancel(Session session, Message notice) {
        String key = Json.text(Objects.requireNonNullElse(notice.params().get("requestId"), ""));
        UpstreamResponse open = session.open().remove(key);
        if (open != null) {
            open.close();
        }
    }

    /** A session is over. */
    void ended(String id) {
        synchronized (sessions) {
            sessions.remove(id);
        }
    }

    private record OlderTelling(Session session, Message request) implements Telling {

        @Override
        public Optional<Message> toClient(Message told) {
            if (told.kind() == Message.Kind.REQUEST) {
                return Optional.empty();
            }
            if (Members.list(told.result().get("tools")).size() > 0) {
                session.toolHeaders().note(told);
            }
            return Optional.of(session.client().toClient(request, told));
        }

        @Override
        public int status(int status, Message told) {
            return OlderClient.status(status, told);
        }

        @Override
        public Optional<String> unanswered() {
            return Optional.of(OlderClient.unanswered(request));
        }
    }
}
