package io.weir.engine.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that texts are signed with by HMAC-SHA-256 (RFC 2104), and that other secrets are derived from. It does not
 * print.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class HmacKey {

    /** What a master key must have at least. */
    public static final int MASTER_BYTES_MIN = 16;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private HmacKey(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** A key with this secret, at least one byte. */
    public static HmacKey of(byte[] secret) {
        return new HmacKey(secret);
    }

    /**
     * A key with a master secret that an operator has chosen.
     *
     * @param name what messages call it, such as {@code the fingerprint key}
     * @param secret at least {@value #MASTER_BYTES_MIN} bytes
     * @throws IllegalArgumentException where it has fewer
     */
    public static HmacKey master(String name, byte[] secret) {
        if (secret.length < MASTER_BYTES_MIN) {
            throw new IllegalArgumentException(
                    name + " has " + secret.length + " bytes, at least " + MASTER_BYTES_MIN + " needed");
        }
        return new HmacKey(secret);
    }

    /** The key for one purpose: its secret is the signature of the purpose under this one. */
    public HmacKey derive(String purpose) {
        return new HmacKey(sign(purpose));
    }

    /** 32 bytes over the UTF-8 of a text. */
    public byte[] sign(String text) {
        return mac().doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A new code under this key, for what is signed piece by piece. */
    public Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks " + ALGORITHM, e);
        }
    }
}
