package io.weir.platform.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that people write, which are read whole. */
public final class SmallFile {

    /** The largest that is read. */
    private static final long BYTES_MAX = 4 << 20;

    private SmallFile() {}

    /**
     * The text of a file, in UTF-8; what is none becomes the replacement character.
     *
     * @throws IOException if it cannot be read, or is larger than 4 MiB
     */
    public static String text(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            throw new IOException(file + " is larger than " + BYTES_MAX + " bytes; part it into several files");
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
