package io.weir.scanapi.key;

import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.http.RequestHeaders;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.KeyKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Checks requests that an agent has signed instead of sending a key: HMAC-SHA-256 (RFC 2104) over a text that is
 * described in {@code docs/access.md}. A request is good once on all nodes, and within {@value #WINDOW_MILLIS} ms of
 * its timestamp. Safe to share between threads.
 */
public final class Signatures {

    static final long WINDOW_MILLIS = 60_000;

    private static final String VERSION = "weir-hmac-v1";
    private static final String SIGNATURE_FORM = "v1=";
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    private final KeyRing ring;
    private final AgentSecrets secrets;
    private final InstantSource time;
    private final NonceLog nonces;

    /** Signatures by the agents whose keys are in this ring. */
    public Signatures(KeyRing ring, AgentSecrets secrets, NonceLog nonces, InstantSource time) {
        this.ring = ring;
        this.secrets = secrets;
        this.nonces = nonces;
        this.time = time;
    }

    /**
     * Whoever signed a request.
     *
     * @param target method and path, for example {@code POST /invoke}
     * @param body as it came
     * @param address that it came from
     * @param charge is asked before the nonce is taken, since that costs every node something
     * @throws Refusal {@code SIGNATURE_INVALID}, {@code REQUEST_REPLAYED}, or what is wrong with the key
     */
    public Caller require(String target, RequestHeaders headers, byte[] body, String address, Consumer<Caller> charge) {
        String keyId = headers.requireSigned("X-Weir-Key");
        String timestamp = headers.requireSigned("X-Weir-Timestamp");
        String nonce = headers.requireSigned("X-Weir-Nonce");
        String signature = headers.requireSigned("X-Weir-Signature");
        if (!SECONDS.matcher(timestamp).matches() || !NONCE.matcher(nonce).matches()) {
            throw Refusal.ofSignature(
                    "X-Weir-Timestamp must be seconds since 1970, X-Weir-Nonce 16 to 64 letters, digits, - or _");
        }
        KeyState state = ring.find(keyId);
        String text = String.join("\n", VERSION, target, keyId, timestamp, nonce, digest(body));
        if (state == null || state.key().kind() != KeyKind.AGENT || !isSigned(keyId, text, signature)) {
            throw Refusal.ofSignature("the key is unknown, or the signature is not that of this request");
        }
        Caller caller = ring.admitted(state, address);
        long now = time.millis();
        long signedMillis = TimeUnit.SECONDS.toMillis(Long.parseLong(timestamp));
        if (Math.abs(now - signedMillis) > WINDOW_MILLIS) {
            throw Refusal.ofSignature("X-Weir-Timestamp is more than 60 seconds from the time here");
        }
        requireFirst(!nonces.isTaken(keyId, nonce));
        charge.accept(caller);
        requireFirst(nonces.take(keyId, nonce, signedMillis + WINDOW_MILLIS, now));
        return caller;
    }

    private static void requireFirst(boolean first) {
        if (!first) {
            throw Refusal.of(ErrorCode.REQUEST_REPLAYED, "A request with this nonce has been taken already.");
        }
    }

    private boolean isSigned(String keyId, String text, String signature) {
        String expected = SIGNATURE_FORM + HexFormat.of().formatHex(AgentSecrets.sign(secrets.secretOf(keyId), text));
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256", e);
        }
    }
}
