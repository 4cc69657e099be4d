package io.weir.edge.gateway;

import io.weir.edge.call.ProxyCredentials;
import io.weir.edge.call.UpstreamTarget;
import io.weir.schemas.error.ErrorCode;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code ANY /proxy/<upstream-url>}. */
final class ProxyHandler extends Handler.Abstract {

    private final CallDesk desk;

    ProxyHandler(CallDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String pathAndQuery = request.getHttpURI().getPathQuery();
        if (!pathAndQuery.startsWith(UpstreamTarget.PREFIX)) {
            return false;
        }
        if (desk.admits(request)) {
            String url = pathAndQuery.substring(UpstreamTarget.PREFIX.length());
            desk.carryOut(request, response, callback, new CallEntry(url, ProxyCredentials.of(request.getHeaders())));
        } else {
            desk.refuse(
                    response,
                    callback,
                    ErrorCode.GATEWAY_TOKEN_INVALID,
                    "The request carries none of the gateway's tokens.");
        }
        return true;
    }
}
