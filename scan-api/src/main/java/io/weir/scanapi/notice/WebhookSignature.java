package io.weir.scanapi.notice;

import io.weir.engine.key.HmacKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Signs messages as the specification Standard Webhooks 1.0.0 says: HMAC-SHA-256 over id, timestamp and body, so that a
 * receiver can tell that a message is ours, whole and recent. Libraries that check it exist for most languages.
 */
public final class WebhookSignature {

    private static final String SECRET_FORM = "whsec_";
    private static final String VERSION = "v1,";
    private static final int SIGNATURES_MAX = 10;

    private final HmacKey key;

    /**
     * Signatures under a secret.
     *
     * @param secret {@code whsec_} and Base64, or any text of 16 characters on
     * @throws IllegalArgumentException if it is too short or no Base64
     */
    public WebhookSignature(String secret) {
        this.key = HmacKey.master(
                "the secret of a webhook",
                secret.startsWith(SECRET_FORM)
                        ? Base64.getDecoder().decode(secret.substring(SECRET_FORM.length()))
                        : secret.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether a message is signed so.
     *
     * @param sent the header's value: signatures with blanks between, one of which is enough
     */
    public boolean isIn(String sent, String id, long seconds, String body) {
        byte[] expected = of(id, seconds, body).getBytes(StandardCharsets.US_ASCII);
        boolean found = false;
        for (String signature : sent.split(" ", SIGNATURES_MAX)) {
            found |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
        }
        return found;
    }

    /** The headers of a message in JSON. */
    Map<String, String> headers(String id, long seconds, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(seconds));
        headers.put("webhook-signature", of(id, seconds, body));
        return headers;
    }

    /** The header's value for a message. */
    public String of(String id, long seconds, String body) {
        return VERSION + Base64.getEncoder().encodeToString(key.sign(id + "." + seconds + "." + body));
    }
}
