package io.weir.scanapi.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * Checks ID tokens as OpenID Connect Core 1.0, section 3.1.3.7, says: signed with a key of the provider's set, issued
 * by it for us, for this login, and not expired. Only signatures with public keys count. Safe to share between threads.
 */
final class IdTokens {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int KEYS_BYTES_MAX = 1 << 20;

    private final OidcConfig config;
    private final InstantSource time;
    private final JWKSource<SecurityContext> keys;

    /**
     * Tokens of a provider.
     *
     * @param keysUrl where its keys are
     */
    IdTokens(OidcConfig config, String keysUrl, InstantSource time) throws LoginRefused {
        this.config = config;
        this.time = time;
        try {
            this.keys = JWKSourceBuilder.create(
                            URI.create(keysUrl).toURL(),
                            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, KEYS_BYTES_MAX))
                    .refreshAheadCache(false)
                    .build();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new LoginRefused("The identity provider names no usable place of its keys.");
        }
    }

    /** The claims of a token that belongs to a login. */
    JWTClaimsSet verified(String token, String nonce) throws LoginRefused {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(claims(nonce));
        try {
            JWTClaimsSet claims = processor.process(token, null);
            requireForUs(claims);
            return claims;
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new LoginRefused("The identity provider's token is not valid for this login.");
        }
    }

    private DefaultJWTClaimsVerifier<SecurityContext> claims(String nonce) {
        JWTClaimsSet exact = new JWTClaimsSet.Builder()
                .issuer(config.issuer())
                .claim("nonce", nonce)
                .build();
        return new DefaultJWTClaimsVerifier<>(config.client().id(), exact, Set.of("sub", "exp", "iat")) {
            @Override
            protected Date currentTime() {
                return Date.from(time.instant());
            }
        };
    }

    /** A token for several must say that it was made for us. */
    private void requireForUs(JWTClaimsSet claims) throws LoginRefused {
        List<String> audience = claims.getAudience();
        Object party = claims.getClaim("azp");
        boolean ours =
                party == null ? audience.size() == 1 : config.client().id().equals(party);
        if (!ours) {
            throw new LoginRefused("The identity provider's token was made for another.");
        }
    }
}
