package io.weir.scanapi.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets with which agents sign. A signature can only be checked with the secret itself, so a digest would not do:
 * each secret is derived from the master key and the key's id (HMAC-SHA-256, RFC 2104), and none is kept. Safe to share
 * between threads.
 */
public final class AgentSecrets {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String FORM = "wr_agent_";

    private final SecretKeySpec master;

    /** Secrets under this master key, at least 16 bytes, the same on all nodes. */
    public AgentSecrets(byte[] masterKey) {
        this.master = new SecretKeySpec(mac(new SecretKeySpec(masterKey, ALGORITHM), "weir agent secrets"), ALGORITHM);
    }

    /** The secret of an agent's key: a text that the agent is given once. */
    public String secretOf(String keyId) {
        return FORM + HexFormat.of().formatHex(mac(master, keyId));
    }

    /** HMAC-SHA-256 of a text under a secret. */
    public static byte[] sign(String secret, String text) {
        return mac(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM), text);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks " + ALGORITHM, e);
        }
    }
}
