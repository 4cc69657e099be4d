package io.weir.edge.gateway;

import io.weir.edge.enforce.FailMode;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;

/**
 * What a route adds to a call.
 *
 * @param failMode in place of the gateway's; null for the gateway's
 * @param guarded whether decisions on responses are carried out, in place of the gateway's setting; null for that
 * @param token that let the caller in; a header that holds it goes no further. Empty if there is none
 * @param secretHeaders what is added for the upstream, and neither scanned nor shown to anybody
 */
record RouteTerms(@Nullable FailMode failMode, @Nullable Boolean guarded, String token, List<HttpField> secretHeaders) {

    /** Nothing. */
    static final RouteTerms NONE = new RouteTerms(null, null, "", List.of());

    RouteTerms {
        secretHeaders = List.copyOf(secretHeaders);
    }

    /** Whether a header of the caller goes on to the upstream. */
    boolean passes(HttpField field) {
        String value = field.getValue() == null ? "" : field.getValue();
        return (token.isEmpty() || !value.contains(token)) && !sets(field.getName());
    }

    /** Whether a header of a response goes on to the caller: not if it repeats what only the upstream may know. */
    boolean reveals(HttpField field) {
        String value = field.getValue() == null ? "" : field.getValue();
        return !secretHeaders.isEmpty()
                && secretHeaders.stream().anyMatch(secret -> value.contains(String.valueOf(secret.getValue())));
    }

    private boolean sets(String name) {
        return !secretHeaders.isEmpty()
                && secretHeaders.stream()
                        .anyMatch(secret ->
                                secret.getName().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return "RouteTerms[" + secretHeaders.size() + " headers]";
    }
}
