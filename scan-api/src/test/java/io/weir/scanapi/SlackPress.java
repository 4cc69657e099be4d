package io.weir.scanapi;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The press of a button, as Slack posts it.
 *
 * @param user id of the person
 * @param button its name
 * @param approvalId what the button is for
 */
record SlackPress(String user, String button, String approvalId) {

    /** The post, signed at a time in seconds. */
    HttpRequest.Builder signed(RunningApi api, long seconds, String secret) {
        String payload = "{\"type\":\"block_actions\",\"user\":{\"id\":\"" + user + "\",\"name\":\"eve\"},\"actions\":["
                + "{\"type\":\"button\",\"action_id\":\"" + button + "\",\"value\":\"" + approvalId + "\"}]}";
        String body = "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(api.uri("/v1/slack/interactions"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", String.valueOf(seconds))
                .header(
                        "X-Slack-Signature",
                        "v0=" + HexFormat.of().formatHex(sign(secret, "v0:" + seconds + ":" + body)))
                .POST(BodyPublishers.ofString(body));
    }

    /** HMAC-SHA-256 of a text. */
    static byte[] sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
