package io.weir.edge.mcp.http;

import io.weir.edge.call.Answering;
import io.weir.edge.gateway.LocalTokens;
import io.weir.edge.mcp.guard.GuardServer;
import io.weir.edge.mcp.judge.McpMeters;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.RpcError;
import io.weir.edge.upstream.AddressGuard;
import io.weir.edge.upstream.UpstreamClient;
import io.weir.edge.upstream.UpstreamSettings;
import io.weir.edge.upstream.UpstreamUnreachable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /mcp/NAME}: one endpoint for each configured server, and the metadata by which clients find out who grants
 * access to it; {@code /mcp-guard}: the guard. Bounds how many exchanges run at once.
 */
public final class McpHandler extends Handler.Abstract {

    /** Most exchanges at once, open streams included; each holds a thread. */
    private static final int EXCHANGES_MAX = 128;

    private static final Logger LOG = LoggerFactory.getLogger(McpHandler.class);
    private static final String PREFIX = "/mcp/";

    private static final String GUARD_PATH = "/mcp-guard";
    private static final String METADATA_PREFIX = "/.well-known/oauth-protected-resource" + PREFIX;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int IDLE_MILLIS = 3_600_000;

    private final Map<String, Exchanges> servers = new TreeMap<>();
    private final Map<String, Metadata> metadata = new TreeMap<>();
    private final WebGuard guard;
    private final LocalTokens tokens;
    private final McpMeters meters;
    private final UpstreamClient upstreams;
    private final GuardEndpoint scans;
    private final Semaphore slots = new Semaphore(EXCHANGES_MAX);

    /**
     * A handler for these servers.
     *
     * @param endpoints by name
     * @param credential the edge's own key, which must not leave it; empty if there is none
     * @param guard which names it may be asked for
     * @param tokens who may ask
     * @param scans answers at {@code /mcp-guard}
     */
    public McpHandler(
            Map<String, Endpoint> endpoints,
            String credential,
            WebGuard guard,
            LocalTokens tokens,
            GuardServer scans,
            McpMeters meters) {
        this.scans = new GuardEndpoint(scans, credential);
        this.guard = guard;
        this.tokens = tokens;
        this.meters = meters;
        List<String> permitted = new ArrayList<>();
        endpoints.values().forEach(endpoint -> permitted.add(endpoint.upstream().getHost()));
        this.upstreams = UpstreamClient.start(new UpstreamSettings(
                CONNECT_MILLIS, IDLE_MILLIS, EXCHANGES_MAX * 2, AddressGuard.permitting(permitted), null));
        endpoints.forEach((name, endpoint) -> {
            servers.put(name, new Exchanges(name, endpoint, credential, upstreams, meters));
            metadata.put(name, new Metadata(name, endpoint.upstream(), upstreams));
        });
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getPath();
        if (path == null || !(path.startsWith(PREFIX) || path.startsWith(METADATA_PREFIX) || path.equals(GUARD_PATH))) {
            return false;
        }
        Answering.complete(callback, () -> admit(path, request, response));
        return true;
    }

    private void admit(String path, Request request, Response response) throws IOException, InterruptedException {
        if (!guard.permits(request.getHeaders())) {
            meters.refused("client");
            refuse(response, 403, "The request asks for a host that is not allowed, or comes from a web page of one.");
        } else if (!tokens.admit(request.getHeaders())) {
            refuse(response, 401, "The request carries none of the gateway's tokens.");
        } else if (!slots.tryAcquire()) {
            refuse(response, 503, "As many exchanges as the edge takes at once are under way.");
        } else {
            try {
                answer(path, request, response);
            } finally {
                slots.release();
            }
        }
    }

    private void answer(String path, Request request, Response response) throws IOException, InterruptedException {
        if (path.equals(GUARD_PATH)) {
            scans.answer(request, response);
            return;
        }
        boolean asksForMetadata = path.startsWith(METADATA_PREFIX);
        String name = path.substring((asksForMetadata ? METADATA_PREFIX : PREFIX).length());
        Exchanges exchanges = servers.get(name);
        Metadata described = metadata.get(name);
        try {
            if (exchanges == null || described == null) {
                refuse(response, 404, "There is no server of this name; see mcp.servers.");
            } else if (asksForMetadata) {
                described.answer(request, response);
            } else {
                exchanges.answer(request, response);
            }
        } catch (UpstreamUnreachable e) {
            LOG.warn("event=upstream_unreachable detail=\"{}\"", e.detail());
            if (response.isCommitted()) {
                throw new IOException("the answer had begun", e);
            }
            refuse(response, 502, "The server cannot be reached: " + e.detail());
        }
    }

    private static void refuse(Response response, int status, String why) throws IOException {
        Wire.json(
                response,
                status,
                Answer.error(null, status == 502 ? RpcError.UPSTREAM : RpcError.DENIED, why, Map.of()));
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        upstreams.close();
    }
}
