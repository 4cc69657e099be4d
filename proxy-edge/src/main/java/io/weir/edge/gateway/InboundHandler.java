package io.weir.edge.gateway;

import io.weir.edge.call.ProxyCredentials;
import io.weir.edge.enforce.FailMode;
import io.weir.edge.inbound.InboundRoute;
import io.weir.edge.inbound.LiveRoutes;
import io.weir.schemas.error.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** {@code ANY /inbound/<prefix>/<path>}: calls an upstream with credentials that the caller never sees. */
final class InboundHandler extends Handler.Abstract {

    private static final String PREFIX = "/inbound/";

    private final LiveRoutes routes;
    private final CallDesk desk;

    InboundHandler(LiveRoutes routes, CallDesk desk) {
        this.routes = routes;
        this.desk = desk;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String pathAndQuery = request.getHttpURI().getPathQuery();
        if (!pathAndQuery.startsWith(PREFIX)) {
            return false;
        }
        String behind = pathAndQuery.substring(PREFIX.length());
        int slash = behind.indexOf('/');
        String prefix = slash < 0 ? behind : behind.substring(0, slash);
        String token = token(request);
        Optional<InboundRoute> route = routes.active(prefix);
        // One answer for both, so that prefixes cannot be found out.
        if (route.isEmpty() || token == null || !route.get().admits(token)) {
            desk.refuse(response, callback, ErrorCode.INVALID_KEY, "No route with this prefix takes this token.");
        } else {
            call(route.get(), token, slash < 0 ? "/" : behind.substring(slash), request, response, callback);
        }
        return true;
    }

    private static @Nullable String token(Request request) {
        String own = request.getHeaders().get("X-Weir-Inbound-Token");
        String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (own != null || authorization == null) {
            return own;
        }
        String[] parts = authorization.strip().split(" +", 2);
        return parts.length == 2 && parts[0].equalsIgnoreCase("Bearer") ? parts[1] : null;
    }

    private void call(
            InboundRoute route,
            String token,
            String pathAndQuery,
            Request request,
            Response response,
            Callback callback) {
        String rawPath = pathAndQuery.split("\\?", 2)[0];
        if (!route.permits(request.getMethod(), rawPath)) {
            desk.refuse(
                    response,
                    callback,
                    ErrorCode.ROUTE_FORBIDDEN,
                    "The route does not permit this method on this path.");
            return;
        }
        Optional<Map<String, String>> headers = routes.headers(route);
        if (headers.isEmpty()) {
            desk.refuse(
                    response,
                    callback,
                    ErrorCode.CREDENTIAL_UNAVAILABLE,
                    "The stored credential of this route is revoked or missing; nothing was forwarded.");
            return;
        }
        RouteTerms terms = new RouteTerms(
                route.isOpen() ? FailMode.OPEN : FailMode.CLOSED,
                route.guardsResponses(),
                token,
                fields(headers.get()));
        ProxyCredentials caller = new ProxyCredentials(route.agentId(), null, null);
        desk.carryOut(request, response, callback, new CallEntry(route.url(pathAndQuery), caller, terms));
    }

    private static List<HttpField> fields(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> new HttpField(header.getKey(), header.getValue()))
                .toList();
    }
}
