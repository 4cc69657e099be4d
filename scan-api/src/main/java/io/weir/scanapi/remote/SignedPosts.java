package io.weir.scanapi.remote;

import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.http.RequestHeaders;
import io.weir.scanapi.key.Nonces;
import io.weir.schemas.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Tells which system has signed a post, as Standard Webhooks 1.0.0 says. A post is good once on a node, and within five
 * minutes of its time. Safe to share between threads.
 */
public final class SignedPosts {

    static final long WINDOW_MILLIS = TimeUnit.MINUTES.toMillis(5);

    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    private final List<SigningSystem> systems;
    private final InstantSource time;
    private final Nonces ids = new Nonces(WINDOW_MILLIS);

    /** Posts of the systems that these settings name. */
    public SignedPosts(RemoteConfig config, InstantSource time) {
        this.systems = config.secrets().stream().map(SigningSystem::parse).toList();
        this.time = time;
    }

    /**
     * Whoever signed a post.
     *
     * @throws Refusal {@code SIGNATURE_INVALID} or {@code REQUEST_REPLAYED}
     */
    public Caller require(RequestHeaders headers, byte[] body) {
        String id = headers.requireSigned("webhook-id");
        String timestamp = headers.requireSigned("webhook-timestamp");
        String signature = headers.requireSigned("webhook-signature");
        if (!ID.matcher(id).matches() || !SECONDS.matcher(timestamp).matches()) {
            throw Refusal.ofSignature(
                    "webhook-id must have 1 to 128 characters, webhook-timestamp is seconds since 1970");
        }
        long seconds = Long.parseLong(timestamp);
        SigningSystem system = signer(signature, id, seconds, new String(body, StandardCharsets.UTF_8));
        long signedMillis = TimeUnit.SECONDS.toMillis(seconds);
        if (Math.abs(time.millis() - signedMillis) > WINDOW_MILLIS) {
            throw Refusal.ofSignature("webhook-timestamp is more than 5 minutes from the time here");
        }
        if (!ids.take(system.caller().credential() + "|" + id, signedMillis + WINDOW_MILLIS, time.millis())) {
            throw Refusal.of(ErrorCode.REQUEST_REPLAYED, "A post with this webhook-id has been taken already.");
        }
        return system.caller();
    }

    private SigningSystem signer(String signature, String id, long seconds, String body) {
        return systems.stream()
                .filter(system -> system.signature().isIn(signature, id, seconds, body))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.ofSignature("no secret of remote_approvals.secrets makes this webhook-signature"));
    }
}
