package io.weir.edge.call;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * What {@code Proxy-Authorization} says. An agent that knows no other way than {@code HTTPS_PROXY} names itself, and
 * its session behind a tilde, in the user's place: {@code http://agent~session:token@gateway:4101}.
 *
 * @param agentId who calls, if it says so
 * @param sessionId one run of the agent, if it says so
 * @param token a bearer token, or the password of Basic (RFC 7617)
 */
public record ProxyCredentials(
        @Nullable String agentId,
        @Nullable String sessionId,
        @Nullable String token) {

    /** Nothing is said. */
    public static final ProxyCredentials NONE = new ProxyCredentials(null, null, null);

    /** The credentials in the headers of a request; what cannot be read says nothing. */
    public static ProxyCredentials of(HttpFields headers) {
        String credentials = headers.get(HttpHeader.PROXY_AUTHORIZATION);
        String[] parts =
                credentials == null ? new String[0] : credentials.strip().split(" +", 2);
        if (parts.length < 2) {
            return NONE;
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> new ProxyCredentials(null, null, parts[1]);
            case "basic" -> ofBasic(parts[1]);
            default -> NONE;
        };
    }

    private static ProxyCredentials ofBasic(String coded) {
        String[] parts;
        try {
            parts = new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8).split(":", 2);
        } catch (IllegalArgumentException e) {
            return NONE;
        }
        String[] user = parts[0].split("~", 2);
        return new ProxyCredentials(
                user[0].isEmpty() ? null : user[0],
                user.length < 2 || user[1].isEmpty() ? null : user[1],
                parts.length < 2 ? null : parts[1]);
    }

    @Override
    public String toString() {
        return "ProxyCredentials[agentId=" + agentId + "]";
    }
}
