package io.weir.edge.gateway;

import io.weir.platform.config.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the gateway at all. A token comes in {@code X-Weir-Gateway-Token}, or in {@code Proxy-Authorization} as a
 * bearer token or as the password of Basic (RFC 7617); neither header goes on to an upstream.
 */
final class LocalTokens {

    private final List<Secret> tokens;

    /** These tokens; with none, everybody may. */
    LocalTokens(List<Secret> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    boolean admit(HttpFields headers) {
        return tokens.isEmpty()
                || isKnown(headers.get("X-Weir-Gateway-Token"))
                || isKnown(proxyToken(headers.get(HttpHeader.PROXY_AUTHORIZATION)));
    }

    private boolean isKnown(@Nullable String token) {
        if (token == null) {
            return false;
        }
        Secret presented = Secret.of(token);
        return tokens.stream().filter(presented::equals).count() > 0;
    }

    private static @Nullable String proxyToken(@Nullable String credentials) {
        String[] parts =
                credentials == null ? new String[0] : credentials.strip().split(" +", 2);
        if (parts.length < 2) {
            return null;
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> parts[1];
            case "basic" -> password(parts[1]);
            default -> null;
        };
    }

    private static @Nullable String password(String coded) {
        try {
            String userAndPassword = new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
            int colon = userAndPassword.indexOf(':');
            return colon < 0 ? null : userAndPassword.substring(colon + 1);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
