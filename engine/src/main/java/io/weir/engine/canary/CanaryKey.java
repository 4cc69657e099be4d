package io.weir.engine.canary;

import io.weir.engine.key.HmacKey;

/** The secret that the canaries of one tenant are made under. It does not print. Immutable and safe to share. */
public final class CanaryKey {

    private final HmacKey key;

    private CanaryKey(HmacKey key) {
        this.key = key;
    }

    /**
     * The key of a tenant: HMAC-SHA-256 (RFC 2104) of its name under the master key.
     *
     * @param master at least 16 bytes
     */
    public static CanaryKey derive(byte[] master, String tenant) {
        return new CanaryKey(HmacKey.master("the master key", master).derive("weir canary|" + tenant));
    }

    /** The code over a nonce, in units of the kind's alphabet. */
    String code(CanaryKind kind, String nonce) {
        return spell(key.sign(kind.name() + "|" + nonce), kind.alphabet(), kind.codeUnits());
    }

    /** Bytes as units of an alphabet, one each. */
    static String spell(byte[] bytes, String alphabet, int units) {
        StringBuilder text = new StringBuilder(units);
        for (int i = 0; i < units; i++) {
            text.append(alphabet.charAt((bytes[i] & 0xFF) % alphabet.length()));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return "CanaryKey[]";
    }
}
