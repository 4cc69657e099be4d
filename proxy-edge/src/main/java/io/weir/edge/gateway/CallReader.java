package io.weir.edge.gateway;

import io.weir.edge.call.AgentIdentity;
import io.weir.edge.call.CallBody;
import io.weir.edge.call.CallBodyReader;
import io.weir.edge.call.CallRefused;
import io.weir.edge.call.EndToEndHeaders;
import io.weir.edge.call.HttpCall;
import io.weir.edge.call.UpstreamTarget;
import io.weir.edge.upstream.AddressGuard;
import io.weir.schemas.error.ErrorCode;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Reads a request to the gateway as the call that the agent means. */
final class CallReader {

    private final GatewayParts parts;
    private final CallBodyReader bodies;
    private final AddressGuard guard;

    CallReader(GatewayParts parts) {
        this.parts = parts;
        this.bodies = new CallBodyReader(parts.config().callBytesMax());
        this.guard = AddressGuard.permitting(parts.config().upstreams().privatePermitted());
    }

    /**
     * The target of a request, if it may be called.
     *
     * @throws CallRefused {@code UPSTREAM_INVALID} or {@code UPSTREAM_FORBIDDEN}
     */
    UpstreamTarget target(Request request, CallEntry entry) throws CallRefused {
        UpstreamTarget target = UpstreamTarget.ofUrl(entry.url());
        if (!parts.config().upstreams().rules().permits(target)) {
            throw new CallRefused(ErrorCode.UPSTREAM_FORBIDDEN, "The operator has not permitted this upstream.");
        }
        if (!guard.permitsLiteral(target.host(), target.port())) {
            throw new CallRefused(ErrorCode.UPSTREAM_FORBIDDEN, AddressGuard.REFUSAL);
        }
        if (request.getHeaders()
                .getCSV(HttpHeader.VIA, false)
                .contains(parts.via().getValue())) {
            throw new CallRefused(
                    ErrorCode.UPSTREAM_INVALID, "The call has passed this gateway before: the upstream leads back.");
        }
        return target;
    }

    /** The whole call. */
    HttpCall read(Request request, UpstreamTarget target, CallEntry entry, byte[] body) throws CallRefused {
        return call(request, target, entry, bodies.read(body, request.getHeaders()));
    }

    /** A call whose body is too large to be looked at. */
    HttpCall readWithoutBody(Request request, UpstreamTarget target, CallEntry entry) throws CallRefused {
        return call(request, target, entry, CallBody.NONE);
    }

    private HttpCall call(Request request, UpstreamTarget target, CallEntry entry, CallBody body) throws CallRefused {
        HttpFields headers = request.getHeaders();
        AgentIdentity agent = AgentIdentity.of(headers, entry.caller());
        List<HttpField> passed = endToEnd(headers);
        passed.removeIf(field -> !entry.terms().passes(field));
        return new HttpCall(method(request), target, agent, passed, body);
    }

    /** As it is forwarded: the client for upstreams knows no methods in lower case. */
    private static String method(Request request) {
        return request.getMethod().toUpperCase(Locale.ROOT);
    }

    private List<HttpField> endToEnd(HttpFields headers) {
        return EndToEndHeaders.ofRequest(headers, parts.credential());
    }
}
