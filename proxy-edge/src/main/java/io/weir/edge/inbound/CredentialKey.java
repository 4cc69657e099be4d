package io.weir.edge.inbound;

import io.weir.platform.config.Secret;
import io.weir.platform.file.OwnerFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key that stored credentials are encrypted with: as configured, or made once and kept in an owner's file. */
public final class CredentialKey {

    private static final int LETTERS_MIN = 32;
    private static final int BYTES = 32;
    private static final String PURPOSE = "weir inbound credentials\n";

    private CredentialKey() {}

    /**
     * The key.
     *
     * @param configured empty to use the file
     * @param file made if need be
     * @throws IllegalArgumentException if the key is too short, or the file cannot be used
     */
    public static SecretKey of(Secret configured, Path file) {
        String text = configured.isEmpty() ? kept(file) : configured.reveal();
        if (text.length() < LETTERS_MIN) {
            throw new IllegalArgumentException(
                    "inbound.key needs " + LETTERS_MIN + " characters; make one with: openssl rand -hex " + BYTES);
        }
        try {
            byte[] key = MessageDigest.getInstance("SHA-256").digest((PURPOSE + text).getBytes(StandardCharsets.UTF_8));
            return new SecretKeySpec(key, "AES");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String kept(Path file) {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            OwnerFile.create(file, HexFormat.of().formatHex(key));
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read or written; set inbound.key", e);
        }
    }
}
