package io.weir.scanapi.key;

import io.weir.engine.key.HmacKey;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The secrets with which agents sign. A signature can only be checked with the secret itself, so a digest would not do:
 * each secret is derived from the master key and the key's id (HMAC-SHA-256, RFC 2104), and none is kept. Safe to share
 * between threads.
 */
public final class AgentSecrets {

    private static final String FORM = "wr_agent_";

    private final HmacKey master;

    /** Secrets under this master key, at least 16 bytes, the same on all nodes. */
    public AgentSecrets(byte[] masterKey) {
        this.master = HmacKey.of(masterKey).derive("weir agent secrets");
    }

    /** The secret of an agent's key: a text that the agent is given once. */
    public String secretOf(String keyId) {
        return FORM + HexFormat.of().formatHex(master.sign(keyId));
    }

    /** HMAC-SHA-256 of a text under a secret. */
    public static byte[] sign(String secret, String text) {
        return HmacKey.of(secret.getBytes(StandardCharsets.UTF_8)).sign(text);
    }
}
