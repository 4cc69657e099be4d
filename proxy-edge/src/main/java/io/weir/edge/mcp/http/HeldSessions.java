package io.weir.edge.mcp.http;

import io.weir.edge.mcp.era.ModernClient;
import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.relay.BoundedMap;
import io.weir.edge.upstream.UpstreamUnreachable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions that the edge itself holds with a server, one for each caller: begun by the first request that needs it,
 * for which those that come meanwhile wait, and anew when the server has forgotten it. Bounded, the one that was not
 * used for the longest time goes first. Safe to share between threads.
 */
final class HeldSessions {

    private static final Logger LOG = LoggerFactory.getLogger(HeldSessions.class);

    private final ServerLink link;
    private final Inquiry inquiry;
    private final Map<String, Held> sessions;
    private volatile boolean unwanted;

    HeldSessions(ServerLink link, Inquiry inquiry, int sessionsMax) {
        this.link = link;
        this.inquiry = inquiry;
        this.sessions = BoundedMap.byUse(sessionsMax);
    }

    /** Whether the server is known to want none. */
    boolean areUnwanted() {
        return unwanted;
    }

    /** The place of a caller's session. */
    Held of(String caller) {
        synchronized (sessions) {
            return sessions.computeIfAbsent(caller, name -> new Held());
        }
    }

    /** Headers of a request to a server of 2026-07-28. */
    static List<HttpField> modern(List<HttpField> fields, Message request, Map<String, String> params) {
        fields.add(new HttpField(ServerLink.VERSION_HEADER, ModernClient.REVISION));
        fields.addAll(Mirrors.of(request, params));
        return fields;
    }

    /** A server that can be discovered speaks 2026-07-28; whoever cannot is asked for a session. */
    private @Nullable Begun begin(ModernClient client, Supplier<List<HttpField>> fields)
            throws UpstreamUnreachable, InterruptedException {
        Message question = client.discovery();
        Optional<Message> discovered =
                inquiry.ask(modern(fields.get(), question, Map.of()), question).answer();
        if (discovered.filter(answer -> answer.members().containsKey("result")).isPresent()) {
            unwanted = true;
            return null;
        }
        Inquiry.Reply reply = inquiry.ask(fields.get(), client.introduction());
        Message greeting = reply.answer().filter(ModernClient::isWelcome).orElse(null);
        if (greeting == null) {
            return null;
        }
        Begun session = new Begun(reply.session(), greeting);
        link.tell(session.headers(fields.get()), ModernClient.INITIALIZED);
        LOG.info("event=mcp_translated client=2026-07-28 server=older");
        return session;
    }

    /** The place of one caller's session. */
    final class Held {
        private @Nullable Begun begun;

        /**
         * The session, begun if there is none.
         *
         * @param fields makes the headers of any request to the server
         * @return null where the server wants none, or will not begin one; {@link #areUnwanted} tells these apart
         */
        @Nullable
        Begun begun(ModernClient client, Supplier<List<HttpField>> fields)
                throws UpstreamUnreachable, InterruptedException {
            if (unwanted) {
                return null;
            }
            synchronized (this) {
                if (begun == null) {
                    begun = begin(client, fields);
                }
                return begun;
            }
        }

        /** Forgets a session that the server has forgotten. */
        synchronized void lose(Begun session) {
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
    record Begun(@Nullable String id, Message greeting) {

        /** Headers of a request in this session. */
        List<HttpField> headers(List<HttpField> fields) {
            String agreed = Members.text(greeting.result().get("protocolVersion"));
            fields.add(new HttpField(ServerLink.VERSION_HEADER, String.valueOf(agreed)));
            if (id != null) {
                fields.add(new HttpField(ServerLink.SESSION_HEADER, id));
            }
            return fields;
        }
    }
}
