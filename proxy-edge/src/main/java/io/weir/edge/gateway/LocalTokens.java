package io.weir.edge.gateway;

import io.weir.edge.call.ProxyCredentials;
import io.weir.platform.config.Secret;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the gateway at all. A token comes in {@code X-Weir-Gateway-Token}, or in {@code Proxy-Authorization};
 * neither header goes on to an upstream.
 */
public final class LocalTokens {

    private final List<Secret> tokens;

    /** These tokens; with none, everybody may. */
    public LocalTokens(List<Secret> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    /** Whether a request with these headers may come in. */
    public boolean admit(HttpFields headers) {
        return tokens.isEmpty()
                || isKnown(headers.get("X-Weir-Gateway-Token"))
                || isKnown(ProxyCredentials.of(headers).token());
    }

    private boolean isKnown(@Nullable String token) {
        if (token == null) {
            return false;
        }
        Secret presented = Secret.of(token);
        return tokens.stream().filter(presented::equals).count() > 0;
    }
}
