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
        if (isFromAnotherPage(request)) {
            desk.refuse(
                    response,
                    callback,
                    ErrorCode.HOST_NOT_ALLOWED,
                    "A web page asks for this, and agents are no web pages of others.");
        } else if (desk.admits(request)) {
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

    /** Browsers say where a request comes from (W3C Fetch Metadata), and a page cannot keep them from it. */
    private static boolean isFromAnotherPage(Request request) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        return "cross-site".equals(site) || "same-site".equals(site);
    }
}
