package io.weir.launcher.config;

import io.weir.platform.config.Secret;
import io.weir.platform.file.OwnerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The operator's token of one machine, made once and kept in a file that only its owner can read. The scan API keeps
 * its digest only.
 *
 * @param token the token
 * @param file where it is kept
 * @param made whether it was made just now
 */
public record AdminToken(Secret token, Path file, boolean made) {

    private static final String FILE = "admin.token";
    private static final String FORM = "wr_admin_";
    private static final int BYTES = 32;

    /**
     * The token of a data directory; made if there is none.
     *
     * @throws IllegalArgumentException if the directory cannot be used
     */
    public static AdminToken of(Path folder) {
        Path file = file(folder);
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        try {
            boolean made = OwnerFile.create(file, FORM + HexFormat.of().formatHex(random));
            return new AdminToken(read(file), file, made);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the data directory " + folder + " cannot be used: " + file
                            + " cannot be read or written; choose another",
                    e);
        }
    }

    /** The token in a file. */
    public static Secret read(Path file) throws IOException {
        return Secret.of(Files.readString(file).strip());
    }

    /** Where the token of a data directory is kept. */
    public static Path file(Path folder) {
        return folder.resolve(FILE);
    }
}
