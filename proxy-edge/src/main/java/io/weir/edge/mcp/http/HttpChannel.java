package io.weir.edge.mcp.http;

import io.weir.edge.mcp.channel.Channel;
import io.weir.edge.mcp.channel.NoAnswer;
import io.weir.edge.mcp.era.ModernClient;
import io.weir.edge.mcp.era.Passage;
import io.weir.edge.mcp.era.ToolHeaders;
import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.MessageReader;
import io.weir.edge.mcp.relay.BoundedMap;
import io.weir.edge.upstream.UpstreamClient;
import io.weir.edge.upstream.UpstreamUnreachable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;

/**
 * The way to a server of either era by streamable HTTP. A server with sessions has one for each caller, begun when it is
 * first asked and again when it has forgotten it; the one that was not used for the longest time is given up first.
 */
public final class HttpChannel implements Channel {

    private static final int SESSIONS_MAX = 256;
    private static final int QUIET_MILLIS = 300_000;
    private static final int NOT_FOUND = 404;

    private final ServerLink link;
    private final Inquiry inquiry;
    private final ToolHeaders toolHeaders = new ToolHeaders();
    private final AtomicLong ids = new AtomicLong();
    private final Map<String, Held> sessions = BoundedMap.byUse(SESSIONS_MAX);
    private volatile boolean modernServer;

    /**
     * The way to one server.
     *
     * @param bytesMax longest message
     */
    public HttpChannel(String name, URI server, UpstreamClient upstreams, int bytesMax) {
        this.link = new ServerLink(name, server, "", upstreams);
        this.inquiry = new Inquiry(link, new MessageReader(bytesMax), bytesMax, QUIET_MILLIS);
    }

    /** The session of one caller. */
    private static final class Held {
        private @Nullable Begun begun;

        synchronized void lost(Begun session) {
            if (session.equals(begun)) {
                begun = null;
            }
        }
    }

    /** A session with the server; without an id where the server keeps none. */
    private record Begun(@Nullable String id, Message greeting) {}

    @Override
    public Message ask(Message request, String caller) throws NoAnswer, InterruptedException {
        try {
            Message answer = answer(request, held(caller));
            toolHeaders.note(answer);
            return answer;
        } catch (UpstreamUnreachable e) {
            throw new NoAnswer("it cannot be reached: " + e.detail(), e);
        }
    }

    private Held held(String caller) {
        synchronized (sessions) {
            return sessions.computeIfAbsent(caller, name -> new Held());
        }
    }

    private Message answer(Message request, Held held) throws NoAnswer, UpstreamUnreachable, InterruptedException {
        ModernClient client = new ModernClient(request, "weir-" + ids.incrementAndGet());
        Begun session = begun(held, client);
        if (session == null) {
            return only(inquiry.ask(modern(request, toolHeaders.of(request)), request));
        }
        Inquiry.Reply reply = asked(client, session);
        if (reply.status() == NOT_FOUND && session.id() != null) {
            // It has forgotten the session, and so has not looked at the request.
            held.lost(session);
            Begun again = begun(held, client);
            reply = again == null ? reply : asked(client, again);
        }
        return only(reply).withId(request.id());
    }

    private Inquiry.Reply asked(ModernClient client, Begun session) throws UpstreamUnreachable, InterruptedException {
        Message sent = client.toServer(session.greeting()) instanceof Passage.Sent passage
                ? passage.message()
                : client.request().withId(client.id());
        return inquiry.ask(older(session), sent);
    }

    private static Message only(Inquiry.Reply reply) throws NoAnswer {
        return reply.answer()
                .orElseThrow(() -> new NoAnswer("it answered with status " + reply.status() + " and no message"));
    }

    /** The session to ask in; null where the server wants none. */
    private @Nullable Begun begun(Held held, ModernClient client)
            throws NoAnswer, UpstreamUnreachable, InterruptedException {
        if (modernServer) {
            return null;
        }
        synchronized (held) {
            if (held.begun == null) {
                held.begun = begin(client);
            }
            return held.begun;
        }
    }

    /** A server that can be discovered speaks 2026-07-28; whoever cannot is asked for a session. */
    private @Nullable Begun begin(ModernClient client) throws NoAnswer, UpstreamUnreachable, InterruptedException {
        Message question = client.discovery();
        modernServer = inquiry.ask(modern(question, Map.of()), question)
                .answer()
                .filter(answer -> answer.members().containsKey("result"))
                .isPresent();
        if (modernServer) {
            return null;
        }
        Inquiry.Reply reply = inquiry.ask(fields(), client.introduction());
        Message greeting = reply.answer()
                .filter(ModernClient::isWelcome)
                .orElseThrow(() -> new NoAnswer("it begins no session (status " + reply.status() + ")"));
        Begun session = new Begun(reply.session(), greeting);
        link.tell(older(session), ModernClient.INITIALIZED);
        return session;
    }

    private static List<HttpField> fields() {
        List<HttpField> fields = new ArrayList<>();
        fields.add(new HttpField("Content-Type", "application/json"));
        fields.add(new HttpField("Accept", "application/json, text/event-stream"));
        fields.add(new HttpField("Accept-Encoding", "identity"));
        return fields;
    }

    private static List<HttpField> modern(Message request, Map<String, String> params) {
        List<HttpField> fields = fields();
        fields.add(new HttpField(ServerLink.VERSION_HEADER, ModernClient.REVISION));
        fields.addAll(Mirrors.of(request, params));
        return fields;
    }

    private static List<HttpField> older(Begun session) {
        List<HttpField> fields = fields();
        String agreed = Members.text(session.greeting().result().get("protocolVersion"));
        fields.add(new HttpField(ServerLink.VERSION_HEADER, String.valueOf(agreed)));
        if (session.id() != null) {
            fields.add(new HttpField(ServerLink.SESSION_HEADER, session.id()));
        }
        return fields;
    }
}
