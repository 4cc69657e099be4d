package io.weir.scanapi.remote;

import io.weir.engine.key.HmacKey;
import io.weir.platform.config.Secret;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.http.RequestHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a post comes from Slack, as its page "Verifying requests from Slack" says: HMAC-SHA-256 over version,
 * time and body, within five minutes. A repeat does nothing, since what was decided cannot be decided again. Immutable
 * and safe to share.
 */
final class SlackSignature {

    static final int SECRET_LENGTH_MIN = 16;

    private static final String VERSION = "v0";
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    private final @Nullable HmacKey key;
    private final InstantSource time;

    SlackSignature(Secret secret, InstantSource time) {
        this.key = secret.isEmpty() ? null : HmacKey.of(secret.reveal().getBytes(StandardCharsets.UTF_8));
        this.time = time;
    }

    /**
     * Checks a post.
     *
     * @throws Refusal {@code SIGNATURE_INVALID}
     */
    void require(RequestHeaders headers, byte[] body) {
        String timestamp = headers.get("X-Slack-Request-Timestamp");
        String signature = headers.get("X-Slack-Signature");
        if (key == null
                || timestamp == null
                || signature == null
                || !SECONDS.matcher(timestamp).matches()) {
            throw Refusal.ofSignature("a header of Slack or remote_approvals.slack_signing_secret is missing");
        }
        String signed = VERSION + ":" + timestamp + ":" + new String(body, StandardCharsets.UTF_8);
        String expected = VERSION + "=" + HexFormat.of().formatHex(key.sign(signed));
        if (!MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8))) {
            throw Refusal.ofSignature("X-Slack-Signature is not that of this request");
        }
        long age = Math.abs(time.millis() - TimeUnit.SECONDS.toMillis(Long.parseLong(timestamp)));
        if (age > SignedPosts.WINDOW_MILLIS) {
            throw Refusal.ofSignature("X-Slack-Request-Timestamp is more than 5 minutes from the time here");
        }
    }
}
