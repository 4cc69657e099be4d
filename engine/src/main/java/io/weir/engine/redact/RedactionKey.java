package io.weir.engine.redact;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * The secret that the tokens of one tenant are made with. It does not print.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class RedactionKey {

    private static final int MASTER_BYTES_MIN = 16;
    private static final int BYTES = 32;

    private final byte[] secret;

    private RedactionKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * The key of a tenant: HKDF with SHA-256 (RFC 5869) of its name under a master key.
     *
     * @param master at least 16 bytes
     * @throws IllegalArgumentException where it has fewer
     */
    public static RedactionKey derive(byte[] master, String tenant) {
        if (master.length < MASTER_BYTES_MIN) {
            throw new IllegalArgumentException("the redaction key has " + master.length + " bytes, at least "
                    + MASTER_BYTES_MIN + " needed: give a longer one");
        }
        return new RedactionKey(hkdf(master, "weir redaction|" + tenant, BYTES));
    }

    /** Key material for one purpose. */
    byte[] material(String purpose, int bytes) {
        return hkdf(secret, purpose, bytes);
    }

    private static byte[] hkdf(byte[] secret, String purpose, int bytes) {
        try {
            return Hkdf.computeHkdf("HmacSha256", secret, new byte[0], purpose.getBytes(StandardCharsets.UTF_8), bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks HmacSHA256", e);
        }
    }
}
