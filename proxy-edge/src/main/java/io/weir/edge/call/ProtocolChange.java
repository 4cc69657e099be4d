package io.weir.edge.call;

import io.weir.schemas.error.ErrorCode;
import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;

/**
 * Requests for a connection that carries something else than HTTP from then on: a WebSocket (RFC 6455, 4.1; RFC 8441),
 * or whatever a tunnel holds. Nobody reads what goes through it, so it is refused.
 */
public final class ProtocolChange {

    private ProtocolChange() {}

    /**
     * Refuses a request for a WebSocket or a tunnel. Offers that HTTP goes on without, such as {@code h2c}, are none.
     *
     * @throws CallRefused {@code UPSTREAM_FORBIDDEN}
     */
    public static void refuse(String method, HttpFields headers) throws CallRefused {
        if (HttpMethod.CONNECT.is(method) || headers.stream().anyMatch(ProtocolChange::asksForWebSocket)) {
            throw refused();
        }
    }

    /** What is said of such a request. */
    public static CallRefused refused() {
        return new CallRefused(
                ErrorCode.UPSTREAM_FORBIDDEN,
                "What goes through a tunnel or a WebSocket, or through a connection that changes its protocol in"
                        + " another way, cannot be scanned.");
    }

    private static boolean asksForWebSocket(HttpField field) {
        return field.getHeader() == HttpHeader.UPGRADE
                && String.valueOf(field.getValue()).toLowerCase(Locale.ROOT).contains("websocket");
    }
}
