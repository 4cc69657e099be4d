package io.weir.scanapi.code;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Writes codes to a file that only its owner can read, or to a terminal such as {@code /dev/pts/3}, a line each. A file
 * that others can read is refused, and one that has grown long begins anew.
 */
final class FileDelivery implements CodeDelivery {

    private static final long FILE_BYTES_MAX = 1 << 20;
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;

    FileDelivery(Path file) {
        this.file = file;
    }

    @Override
    public synchronized void deliver(CodeMessage message) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER));
        }
        boolean regular = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        if (regular && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException("others than its owner may use the file for codes; do 'chmod 600' on it");
        }
        if (!regular && !file.startsWith("/dev")) {
            throw new IOException("the file for codes is neither a plain file nor a terminal");
        }
        boolean anew = regular && Files.size(file) > FILE_BYTES_MAX;
        try (OutputStream out = anew
                ? Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                : Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            out.write((message.line() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
