package io.weir.scanapi.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The identity provider. What it says of itself (OpenID Connect Discovery 1.0) is asked for when somebody logs in, and
 * again after an hour. Safe to share between threads.
 */
public final class Provider {

    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final long KNOWN_MILLIS = TimeUnit.HOURS.toMillis(1);

    private final OidcConfig config;
    private final InstantSource time;
    private final ProviderClient client;
    private @Nullable Known known;

    /** The provider that these settings name, which must be on. */
    public Provider(OidcConfig config, InstantSource time) {
        this.config = config;
        this.time = time;
        this.client = new ProviderClient(config.client());
    }

    /** What the provider says of itself. */
    private record Known(String authorization, String token, IdTokens tokens, long endsMillis) {}

    /** A login that begins now. */
    public Attempt begin() {
        return Attempt.begun(time.millis());
    }

    /**
     * Where the browser is sent for a login that has begun.
     *
     * @throws LoginRefused if the provider does not answer as it must
     */
    public String page(Attempt attempt) throws LoginRefused {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", config.client().id());
        query.put("redirect_uri", config.client().redirectUrl());
        query.put("scope", String.join(" ", config.client().scopes()));
        query.put("state", attempt.state());
        query.put("nonce", attempt.nonce());
        query.put("code_challenge", attempt.challenge());
        query.put("code_challenge_method", "S256");
        String page = known().authorization();
        return page + (page.contains("?") ? "&" : "?") + ProviderClient.form(query);
    }

    /**
     * Whom the provider names.
     *
     * @param code that it sent the browser back with
     * @throws LoginRefused if it names nobody, or nobody who may log in
     */
    public Person person(Attempt attempt, String code) throws LoginRefused {
        if (time.millis() >= attempt.endsMillis()) {
            throw new LoginRefused("The login took too long.");
        }
        Known provider = known();
        JsonNode answer = client.exchange(provider.token(), code, attempt.verifier());
        JWTClaimsSet claims = provider.tokens().verified(answer.path("id_token").asText(), attempt.nonce());
        List<String> groups = groups(claims.getClaim(config.names().groups()));
        return config.groups().stream()
                .filter(entry -> groups.contains(entry.group()))
                .findFirst()
                .map(entry -> new Person(config.issuer() + "|" + claims.getSubject(), name(claims), entry.role()))
                .orElseThrow(() -> new LoginRefused("The identity provider names no group that may log in here."));
    }

    private synchronized Known known() throws LoginRefused {
        Known before = known;
        if (before != null && time.millis() < before.endsMillis()) {
            return before;
        }
        JsonNode said = client.get(config.issuer().replaceFirst("/$", "") + DISCOVERY);
        if (!config.issuer().equals(said.path("issuer").asText())) {
            throw new LoginRefused("The identity provider calls itself otherwise than oidc.issuer does.");
        }
        Known now = new Known(
                endpoint(said, "authorization_endpoint"),
                endpoint(said, "token_endpoint"),
                new IdTokens(config, endpoint(said, "jwks_uri"), time),
                time.millis() + KNOWN_MILLIS);
        known = now;
        return now;
    }

    /** An address that the provider names; what an issuer by https says, no secret leaves in the clear. */
    private String endpoint(JsonNode said, String name) throws LoginRefused {
        String url = said.path(name).asText();
        try {
            URI address = new URI(url);
            String scheme = address.getScheme();
            if (address.getHost() != null
                    && ("https".equals(scheme)
                            || ("http".equals(scheme) && config.issuer().startsWith("http:")))) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Told below, as any other text that is no address.
        }
        throw new LoginRefused("The identity provider names no usable " + name + ".");
    }

    /** Names without an at sign could be taken for those of tokens, or for words of ours. */
    private String name(JWTClaimsSet claims) {
        String named = claims.getClaim(config.names().name()) instanceof String text && !text.isBlank()
                ? text.strip()
                : claims.getSubject();
        return named.contains("@") ? named : "oidc:" + named;
    }

    private static List<String> groups(@Nullable Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return claim == null ? List.of() : List.of(claim.toString());
    }
}
