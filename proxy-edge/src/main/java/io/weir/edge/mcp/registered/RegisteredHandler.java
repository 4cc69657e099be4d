package io.weir.edge.mcp.registered;

import io.weir.client.ScanClient;
import io.weir.edge.call.Answering;
import io.weir.edge.gateway.LocalTokens;
import io.weir.edge.mcp.http.Callers;
import io.weir.edge.mcp.http.WebGuard;
import io.weir.edge.mcp.message.MessageReader;
import io.weir.edge.upstream.UpstreamClient;
import io.weir.edge.upstream.UpstreamUnreachable;
import io.weir.platform.json.Json;
import io.weir.schemas.error.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /v1/mcp/...}: servers that clients of the scan protocol register and call; and what such a client asks the
 * scan API besides. Bounds how many requests run at once.
 */
public final class RegisteredHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(RegisteredHandler.class);
    private static final int REQUESTS_MAX = 64;
    private static final String PREFIX = "/v1/mcp/";

    private final RegisteredServers servers;
    private final ScanPassage passage;
    private final Door door;
    private final List<UpstreamClient> clients;
    private final Semaphore slots = new Semaphore(REQUESTS_MAX);

    private RegisteredHandler(RegisteredServers servers, ScanPassage passage, Door door, List<UpstreamClient> clients) {
        this.servers = servers;
        this.passage = passage;
        this.door = door;
        this.clients = List.copyOf(clients);
    }

    /**
     * A handler.
     *
     * @param scan asks who callers are, and for decisions in their names
     * @param clients are closed with it
     */
    public static RegisteredHandler of(
            RegisteredSettings settings,
            ScanClient scan,
            CallParts parts,
            Door door,
            ScanPassage passage,
            List<UpstreamClient> clients) {
        ServerDesk desk = new ServerDesk(settings.file(), settings.rules());
        ServerCalls calls = new ServerCalls(scan, desk, parts, new MessageReader(settings.bytesMax()));
        return new RegisteredHandler(
                new RegisteredServers(desk, calls, settings, door.callers()), passage, door, clients);
    }

    /**
     * Who is let in before anything of a request is looked at.
     *
     * @param guard under which names the edge may be asked
     * @param tokens the gateway's own
     * @param callers tells callers apart
     */
    public record Door(WebGuard guard, LocalTokens tokens, Callers callers) {}

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = String.valueOf(request.getHttpURI().getPath());
        if (!path.startsWith(PREFIX) && !ScanPassage.takes(request.getMethod(), path)) {
            return false;
        }
        Answering.complete(callback, () -> admit(path, request, response));
        return true;
    }

    private void admit(String path, Request request, Response response) throws IOException, InterruptedException {
        if (!door.guard().permits(request.getHeaders())) {
            refuse(response, ErrorCode.HOST_NOT_ALLOWED, "See mcp.hosts_allowed and mcp.origins_allowed.");
        } else if (!door.tokens().admit(request.getHeaders())) {
            refuse(response, ErrorCode.GATEWAY_TOKEN_INVALID, "The request carries none of the gateway's tokens.");
        } else if (!slots.tryAcquire()) {
            refuse(response, ErrorCode.OVERLOADED, "As many requests as the edge takes at once are under way.");
        } else {
            try {
                answer(path, request, response);
            } finally {
                slots.release();
            }
        }
    }

    private void answer(String path, Request request, Response response) throws IOException, InterruptedException {
        if (path.startsWith(PREFIX)) {
            write(response, servers.answer(path.substring(PREFIX.length()), request));
            return;
        }
        try {
            passage.pass(request, response);
        } catch (UpstreamUnreachable e) {
            LOG.warn("event=scan_unavailable stage=passage detail=\"{}\"", e.detail());
            if (response.isCommitted()) {
                throw new IOException("the answer had begun", e);
            }
            refuse(response, ErrorCode.SCAN_UNAVAILABLE, "The scan API does not answer.");
        }
    }

    private static void refuse(Response response, ErrorCode code, String detail) throws IOException {
        write(response, Reply.problem(code, detail, Map.of()));
    }

    private static void write(Response response, Reply reply) throws IOException {
        byte[] body = Json.bytes(reply.body());
        response.setStatus(reply.status());
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, reply.problem() ? "application/problem+json" : "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        Content.Sink.write(response, true, ByteBuffer.wrap(body));
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        clients.forEach(UpstreamClient::close);
    }
}
