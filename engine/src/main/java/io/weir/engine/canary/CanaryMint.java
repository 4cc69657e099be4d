package io.weir.engine.canary;

import io.weir.engine.validate.Luhn;

/** Makes canaries. Pure: whoever wants one brings the random bytes. */
public final class CanaryMint {

    /** Random bytes that a canary takes. */
    public static final int ENTROPY_BYTES = 16;

    private static final int GROUP = 4;

    private CanaryMint() {}

    /**
     * A canary.
     *
     * @param entropy at least 16 random bytes
     * @param domain of the address, for mail addresses
     */
    public static String mint(CanaryKey key, CanaryKind kind, byte[] entropy, String domain) {
        if (entropy.length < ENTROPY_BYTES) {
            throw new IllegalArgumentException("a canary needs " + ENTROPY_BYTES + " random bytes");
        }
        String nonce = CanaryKey.spell(entropy, kind.alphabet(), kind.nonceUnits());
        String secret = nonce + key.code(kind, nonce);
        return kind.prefix()
                + switch (kind) {
                    case AWS_KEY, API_KEY, PASSWORD -> secret;
                    case EMAIL -> secret + "@" + domain;
                    case CARD -> secret + Luhn.digitBehind(kind.prefix() + secret);
                    case TEXT -> String.join("-", secret.split("(?<=\\G.{" + GROUP + "})"));
                };
    }
}
