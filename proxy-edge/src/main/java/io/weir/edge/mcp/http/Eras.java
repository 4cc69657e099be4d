package io.weir.edge.mcp.http;

import io.weir.edge.mcp.era.ModernClient;
import io.weir.edge.mcp.era.Translated;
import io.weir.edge.upstream.UpstreamUnreachable;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Finds out whose words must be translated for one server. Safe to share between threads. */
final class Eras {

    /** How servers refuse what they do not know; others say something about the client. */
    private static final Set<Integer> NOT_UNDERSTOOD = Set.of(400, 404, 405, 501);

    private final Translated translated;
    private final OlderClients olderClients;
    private final ModernClients modernClients;
    private final Sessions sessions;

    Eras(Translated translated, ServerLink link, Inquiry inquiry, Callers callers, Sessions sessions) {
        this.translated = translated;
        this.olderClients = new OlderClients(link, inquiry);
        this.modernClients = new ModernClients(link, inquiry, callers);
        this.sessions = sessions;
    }

    /** Whether the edge holds the session of a request in the server's place. */
    static boolean holdsSession(Request request) {
        return OlderClients.isOurs(session(request));
    }

    private static @Nullable String session(Request request) {
        return request.getHeaders().get(ServerLink.SESSION_HEADER);
    }

    /** Brings a message to the server if it must be translated; false if it has gone nowhere. */
    boolean send(Leg leg) throws IOException, UpstreamUnreachable, InterruptedException {
        String session = session(leg.request());
        if (session != null && OlderClients.isOurs(session)) {
            olderClients.send(leg, session);
            return true;
        }
        return saysModern(leg) && translated == Translated.ALL_CLIENTS && modernClients.send(leg);
    }

    private static boolean saysModern(Leg leg) {
        String version = leg.request().getHeaders().get(ServerLink.VERSION_HEADER);
        return leg.message().isModern() || (version != null && version.compareTo(ModernClient.REVISION) >= 0);
    }

    /**
     * Greets a client in the place of a server that refuses to; false if it cannot, and nothing was answered. The
     * server is asked each time: one that speaks both eras may have refused another client for something else.
     */
    boolean greets(Leg leg, int status) throws IOException, UpstreamUnreachable, InterruptedException {
        boolean older = leg.message().methodName().equals("initialize") && !saysModern(leg);
        if (translated == Translated.NONE || !older || !NOT_UNDERSTOOD.contains(status)) {
            return false;
        }
        Optional<String> began = olderClients.greet(leg);
        began.ifPresent(session -> sessions.began(session, leg.relay()));
        return began.isPresent();
    }

    /** The client ends its session. */
    void ended(Request request) {
        String session = session(request);
        if (session != null) {
            olderClients.ended(session);
            sessions.ended(session);
        }
    }
}
