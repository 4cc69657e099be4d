package io.weir.engine.canary;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that the canaries of one tenant are made under. It does not print. Immutable and safe to share. */
public final class CanaryKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES_MIN = 16;

    private final SecretKeySpec key;

    private CanaryKey(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * The key of a tenant: HMAC-SHA-256 (RFC 2104) of its name under the master key.
     *
     * @param master at least 16 bytes
     */
    public static CanaryKey derive(byte[] master, String tenant) {
        if (master.length < BYTES_MIN) {
            throw new IllegalArgumentException(
                    "the master key has " + master.length + " bytes, at least " + BYTES_MIN + " needed");
        }
        byte[] derived = mac(new SecretKeySpec(master, ALGORITHM))
                .doFinal(("weir canary|" + tenant).getBytes(StandardCharsets.UTF_8));
        return new CanaryKey(new SecretKeySpec(derived, ALGORITHM));
    }

    /** The code over a nonce, in units of the kind's alphabet. */
    String code(CanaryKind kind, String nonce) {
        byte[] code = mac(key).doFinal((kind.name() + "|" + nonce).getBytes(StandardCharsets.US_ASCII));
        return spell(code, kind.alphabet(), kind.codeUnits());
    }

    /** Bytes as units of an alphabet, one each. */
    static String spell(byte[] bytes, String alphabet, int units) {
        StringBuilder text = new StringBuilder(units);
        for (int i = 0; i < units; i++) {
            text.append(alphabet.charAt((bytes[i] & 0xFF) % alphabet.length()));
        }
        return text.toString();
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "CanaryKey[]";
    }
}
