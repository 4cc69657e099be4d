package io.weir.edge.mcp.pin;

import com.fasterxml.jackson.core.JacksonException;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The pins of one server, in a file of its own. A file is replaced as a whole. */
public final class PinFile {

    private final Path path;

    /** The file of a server in a directory that holds those of all servers. */
    public PinFile(Path directory, String server) {
        this.path = directory.resolve(fileName(server));
    }

    private static String fileName(String server) {
        StringBuilder name = new StringBuilder();
        server.codePoints().forEach(point -> {
            boolean plain = point < 0x80 && (Character.isLetterOrDigit(point) || point == '-' || point == '_');
            name.append(plain ? Character.toString(point) : "%" + Integer.toHexString(point));
        });
        return name + ".json";
    }

    /**
     * The pins; none if the server was never seen.
     *
     * @throws IOException if the file is there and cannot be read
     */
    public Pins read() throws IOException {
        try {
            return Json.mapper().readValue(Files.readAllBytes(path), Pins.class);
        } catch (NoSuchFileException e) {
            return Pins.NONE;
        } catch (JacksonException e) {
            throw new IOException(path + " is no file of pins; remove it to pin anew", e);
        }
    }

    /**
     * Writes the pins.
     *
     * @throws IOException if they cannot be written
     */
    public void write(Pins pins) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Path fresh = path.resolveSibling(
                path.getFileName() + "." + ProcessHandle.current().pid() + ".new");
        Files.write(fresh, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(pins));
        Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Where the file is. */
    public Path path() {
        return path;
    }
}
