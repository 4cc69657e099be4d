package io.weir.edge.envoy;

import com.google.protobuf.ByteString;
import io.weir.edge.call.AgentIdentity;
import io.weir.edge.call.CallBody;
import io.weir.edge.call.CallBodyReader;
import io.weir.edge.call.CallRefused;
import io.weir.edge.call.EndToEndHeaders;
import io.weir.edge.call.HttpCall;
import io.weir.edge.call.ProtocolChange;
import io.weir.edge.call.ProxyCredentials;
import io.weir.edge.call.UpstreamTarget;
import io.weir.edge.envoy.wire.HeaderChange;
import io.weir.edge.envoy.wire.RequestHead;
import io.weir.schemas.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/**
 * A request to Envoy as the call that the agent means.
 *
 * @param call what is scanned
 * @param change what makes the headers and trailers that go on the ones that are scanned
 */
record EnvoyCall(HttpCall call, HeaderChange change) {

    /**
     * Reads calls.
     *
     * @param bodies undoes content codings
     * @param credential the edge's own key, which no header may hold that goes on
     */
    record Reader(CallBodyReader bodies, String credential) {

        /**
         * The call.
         *
         * @param trailers what came behind the body
         * @throws CallRefused if it cannot be understood in one way only
         */
        EnvoyCall read(RequestHead head, ByteString body, HttpFields trailers) throws CallRefused {
            return read(head, bodies.read(body.toByteArray(), head.headers()), trailers);
        }

        /**
         * A call whose body cannot be looked at.
         *
         * @throws CallRefused if it cannot be understood in one way only
         */
        EnvoyCall readWithoutBody(RequestHead head) throws CallRefused {
            return read(head, CallBody.NONE, HttpFields.EMPTY);
        }

        private EnvoyCall read(RequestHead head, CallBody body, HttpFields trailers) throws CallRefused {
            HttpFields headers = head.headers();
            List<HttpField> passed = new ArrayList<>(EndToEndHeaders.ofRequest(headers, credential));
            passed.addAll(EndToEndHeaders.ofRequest(trailers, credential));
            String method = only(head, ":method").toUpperCase(Locale.ROOT);
            AgentIdentity agent = AgentIdentity.of(headers, ProxyCredentials.of(headers));
            HttpFields all = HttpFields.build(headers).add(trailers).asImmutable();
            return new EnvoyCall(
                    new HttpCall(method, target(head), agent, passed, body),
                    PassedHeaders.change(all, HttpFields.from(passed.toArray(HttpField[]::new))));
        }

        @Override
        public String toString() {
            return "EnvoyCall.Reader[]";
        }
    }

    private static UpstreamTarget target(RequestHead head) throws CallRefused {
        if (!head.values(":protocol").isEmpty()
                || head.headers().contains("Upgrade")
                || head.values(":method").contains("CONNECT")) {
            throw ProtocolChange.refused();
        }
        String path = only(head, ":path");
        if (!path.startsWith("/")) {
            throw new CallRefused(ErrorCode.UPSTREAM_INVALID, "The path does not begin with a slash.");
        }
        return UpstreamTarget.ofUrl(only(head, ":scheme") + "://" + only(head, ":authority") + path);
    }

    private static String only(RequestHead head, String name) throws CallRefused {
        List<String> values = head.values(name).stream().distinct().toList();
        if (values.size() != 1) {
            throw new CallRefused(
                    ErrorCode.REQUEST_INVALID, "The proxy does not name one " + name + " of the request.");
        }
        return values.get(0);
    }
}
