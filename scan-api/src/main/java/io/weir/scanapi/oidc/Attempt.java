package io.weir.scanapi.oidc;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A login that has begun, as the browser keeps it, signed, until the provider sends the person back.
 *
 * @param state that the provider must send back, so that nobody can log others in as themselves
 * @param nonce that the ID token must hold, so that it is of this login
 * @param verifier that only who began the login can show (RFC 7636)
 * @param endsMillis until when it may be finished, epoch milliseconds
 */
public record Attempt(
        @JsonProperty("state") String state,
        @JsonProperty("nonce") String nonce,
        @JsonProperty("verifier") String verifier,
        @JsonProperty("ends") long endsMillis) {

    private static final int RANDOM_BYTES = 32;
    private static final long LASTING_MILLIS = 600_000;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** A new one, good for ten minutes. */
    static Attempt begun(long timeMillis) {
        return new Attempt(random(), random(), random(), timeMillis + LASTING_MILLIS);
    }

    /** What the provider is told of the verifier, by the method S256. */
    String challenge() {
        try {
            return ENCODER.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256", e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return ENCODER.encodeToString(bytes);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Attempt[" + endsMillis + "]";
    }
}
