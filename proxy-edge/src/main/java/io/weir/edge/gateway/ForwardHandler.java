package io.weir.edge.gateway;

import io.weir.edge.call.ProxyCredentials;
import io.weir.schemas.error.ErrorCode;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Requests to the proxy of an agent's environment: those in absolute form, and those inside an intercepted tunnel. */
final class ForwardHandler extends Handler.Abstract {

    /** What is said to whoever brings no token. */
    static final String NO_TOKEN = "The request carries none of the gateway's tokens.";

    private final CallDesk desk;

    ForwardHandler(CallDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Tunnel tunnel = Tunnel.of(request);
        if (tunnel != null) {
            handleInTunnel(tunnel, request, response, callback);
        } else if (desk.admits(request)) {
            CallEntry entry = new CallEntry(request.getHttpURI().asString(), ProxyCredentials.of(request.getHeaders()));
            desk.carryOut(request, response, callback, entry);
        } else {
            desk.refuse(response, callback, ErrorCode.PROXY_TOKEN_INVALID, NO_TOKEN);
        }
        return true;
    }

    private void handleInTunnel(Tunnel tunnel, Request request, Response response, Callback callback) {
        String pathAndQuery = request.getHttpURI().getPathQuery();
        if (!tunnel.isFor(request.getHeaders().get(HttpHeader.HOST)) || !pathAndQuery.startsWith("/")) {
            desk.refuse(
                    response,
                    callback,
                    ErrorCode.UPSTREAM_INVALID,
                    "The request names another host than the one that its tunnel was opened for, or no path.");
            return;
        }
        CallEntry entry = new CallEntry(tunnel.url(pathAndQuery), tunnel.caller());
        desk.carryOut(request, response, callback, entry);
    }
}
