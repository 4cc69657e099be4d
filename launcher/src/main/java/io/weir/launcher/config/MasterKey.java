package io.weir.launcher.config;

import io.weir.platform.config.Secret;
import io.weir.platform.file.OwnerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Supplier;

/** The master key of fingerprints: as configured, or made once and kept in a file that only its owner can read. */
public final class MasterKey {

    private static final int BYTES = 32;
    private static final int BYTES_MIN = 16;
    private static final String FILE = "fingerprint.key";

    private MasterKey() {}

    /**
     * The key.
     *
     * @param folder data directory; created if need be
     * @throws IllegalArgumentException if the configured or kept key is none
     */
    public static byte[] of(FingerprintConfig config, Path folder) {
        return of(config, () -> kept(folder));
    }

    /**
     * The configured key, or another where none is configured.
     *
     * @throws IllegalArgumentException if the configured key is none
     */
    public static byte[] of(FingerprintConfig config, Supplier<byte[]> other) {
        return config.key().isEmpty() ? other.get() : parse(config.key(), "fingerprint.key");
    }

    private static byte[] kept(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            byte[] key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            OwnerFile.create(file, HexFormat.of().formatHex(key));
            return parse(Secret.of(Files.readString(file).strip()), file.toString());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the data directory " + folder + " cannot be used: " + file
                            + " cannot be read or written; choose another",
                    e);
        }
    }

    /** The bytes of a key in hex or base64. */
    static byte[] parse(Secret secret, String where) {
        String text = secret.reveal().strip();
        byte[] key = text.toLowerCase(Locale.ROOT).matches("([0-9a-f]{2})+") ? hex(text) : base64(text, where);
        if (key.length < BYTES_MIN) {
            throw new IllegalArgumentException(where + " holds a key of " + key.length + " bytes, at least " + BYTES_MIN
                    + " needed; make one with: openssl rand -hex " + BYTES);
        }
        return key;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT));
    }

    private static byte[] base64(String text, String where) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    where + " holds no key in hex or base64; make one with: openssl rand -hex " + BYTES);
        }
    }
}
