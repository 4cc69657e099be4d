package io.weir.edge.mcp.pin;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which program a command starts: the content of the executable, and of each argument that is a file. What these load
 * in turn is not looked at.
 */
public final class ServerProgram {

    private static final int CHUNK_BYTES = 1 << 16;

    private ServerProgram() {}

    /**
     * SHA-256 over the files of a command, in hex.
     *
     * @throws IOException if one of them cannot be read
     */
    public static String digest(List<String> command) throws IOException {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return digest(
                command,
                Arrays.stream(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .map(Path::of)
                        .toList());
    }

    /** As the other, with these folders for executables that are named without one. */
    static String digest(List<String> command, List<Path> folders) throws IOException {
        MessageDigest all = sha256();
        for (int i = 0; i < command.size(); i++) {
            Optional<Path> file = i == 0 ? executable(command.get(i), folders) : file(command.get(i));
            if (file.isPresent()) {
                all.update((byte) i);
                all.update(content(file.get()));
            }
        }
        return HexFormat.of().formatHex(all.digest());
    }

    private static Optional<Path> executable(String name, List<Path> folders) {
        if (name.contains("/") || name.contains(File.separator)) {
            return file(name);
        }
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Optional<Path> file(String argument) {
        try {
            return Optional.of(Path.of(argument)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static byte[] content(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256", e);
        }
    }
}
