package io.weir.engine.redact;

import com.google.crypto.tink.subtle.AesSiv;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * Authenticated deterministic encryption of values: AES-SIV (RFC 5297) with a key of 64 bytes and the rule as
 * associated data. Deterministic, so that one value is one token; authenticated, so that nobody can make up a token.
 *
 * <p>Safe to share between threads.
 */
final class Seal {

    private static final int KEY_BYTES = 64;

    private final AesSiv cipher;

    Seal(RedactionKey key) {
        try {
            this.cipher = new AesSiv(key.material("seal", KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks AES", e);
        }
    }

    byte[] close(String rule, String value) {
        try {
            return cipher.encryptDeterministically(value.getBytes(StandardCharsets.UTF_8), bytes(rule));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a value cannot be encrypted", e);
        }
    }

    /** The value, or null where it was not sealed with this key and for this rule. */
    @Nullable
    String open(String rule, byte[] closed) {
        try {
            return new String(cipher.decryptDeterministically(closed, bytes(rule)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    private static byte[] bytes(String rule) {
        return rule.getBytes(StandardCharsets.UTF_8);
    }
}
