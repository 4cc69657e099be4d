package io.weir.edge.mcp.http;

import io.weir.edge.mcp.channel.Channel;
import io.weir.edge.mcp.channel.NoAnswer;
import io.weir.edge.mcp.era.ModernClient;
import io.weir.edge.mcp.era.Passage;
import io.weir.edge.mcp.era.ToolHeaders;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.MessageReader;
import io.weir.edge.upstream.UpstreamClient;
import io.weir.edge.upstream.UpstreamUnreachable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;

/**
 * The way to a server of either era by streamable HTTP. A server with sessions has one for each caller, begun when it
 * is first asked and again when it has forgotten it; the one that was not used for the longest time is given up first.
 */
public final class HttpChannel implements Channel {

    private static final int SESSIONS_MAX = 256;
    private static final int QUIET_MILLIS = 300_000;
    private static final int NOT_FOUND = 404;

    private final Inquiry inquiry;
    private final ToolHeaders toolHeaders = new ToolHeaders();
    private final AtomicLong ids = new AtomicLong();
    private final HeldSessions sessions;

    /**
     * The way to one server.
     *
     * @param bytesMax longest message
     */
    public HttpChannel(String name, URI server, UpstreamClient upstreams, int bytesMax) {
        ServerLink link = new ServerLink(name, server, "", upstreams);
        this.inquiry = new Inquiry(link, new MessageReader(bytesMax), bytesMax, QUIET_MILLIS);
        this.sessions = new HeldSessions(link, inquiry, SESSIONS_MAX);
    }

    @Override
    public Message ask(Message request, String caller) throws NoAnswer, InterruptedException {
        try {
            Message answer = answer(request, sessions.of(caller));
            toolHeaders.note(answer);
            return answer;
        } catch (UpstreamUnreachable e) {
            throw new NoAnswer("it cannot be reached: " + e.detail(), e);
        }
    }

    private Message answer(Message request, HeldSessions.Held held)
            throws NoAnswer, UpstreamUnreachable, InterruptedException {
        ModernClient client = new ModernClient(request, "weir-" + ids.incrementAndGet());
        HeldSessions.Begun session = begun(held, client);
        if (session == null) {
            return only(inquiry.ask(HeldSessions.modern(fields(), request, toolHeaders.of(request)), request));
        }
        Inquiry.Reply reply = asked(client, session);
        if (reply.status() == NOT_FOUND && session.id() != null) {
            // It has forgotten the session, and so has not looked at the request.
            held.lose(session);
            HeldSessions.Begun again = begun(held, client);
            reply = again == null ? reply : asked(client, again);
        }
        return only(reply).withId(request.id());
    }

    private Inquiry.Reply asked(ModernClient client, HeldSessions.Begun session)
            throws UpstreamUnreachable, InterruptedException {
        Message sent = client.toServer(session.greeting()) instanceof Passage.Sent passage
                ? passage.message()
                : client.request().withId(client.id());
        return inquiry.ask(session.headers(fields()), sent);
    }

    private static Message only(Inquiry.Reply reply) throws NoAnswer {
        return reply.answer()
                .orElseThrow(() -> new NoAnswer("it answered with status " + reply.status() + " and no message"));
    }

    /** The session to ask in; null where the server wants none. */
    private HeldSessions.@Nullable Begun begun(HeldSessions.Held held, ModernClient client)
            throws NoAnswer, UpstreamUnreachable, InterruptedException {
        HeldSessions.Begun session = held.begun(client, HttpChannel::fields);
        if (session == null && !sessions.areUnwanted()) {
            throw new NoAnswer("it begins no session");
        }
        return session;
    }

    private static List<HttpField> fields() {
        List<HttpField> fields = new ArrayList<>();
        fields.add(new HttpField("Content-Type", "application/json"));
        fields.add(new HttpField("Accept", "application/json, text/event-stream"));
        fields.add(new HttpField("Accept-Encoding", "identity"));
        return fields;
    }
}
