package io.weir.scanapi.policy;

import io.weir.platform.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every version of every policy that was applied, a file each, in {@code .history} below the directory of policies.
 * What is there is never changed. For one process; one thread at a time.
 */
final class PolicyHistory {

    private static final int VERSIONS_MAX = 10_000;
    private static final String SUFFIX = ".json";

    private final Path directory;

    PolicyHistory(Path policies) {
        this.directory = policies.resolve(".history");
    }

    /** The versions of a policy, the oldest first. */
    List<PolicyVersion> of(String tenant, String name, @Nullable String environment) throws IOException {
        return read(folder(tenant, name, environment));
    }

    /** The last version of each policy of a tenant, by name. */
    List<PolicyVersion> latest(String tenant) throws IOException {
        List<PolicyVersion> latest = new ArrayList<>();
        for (Path folder : list(directory.resolve(tenant))) {
            List<PolicyVersion> versions = read(folder);
            if (!versions.isEmpty()) {
                latest.add(versions.get(versions.size() - 1));
            }
        }
        latest.sort((left, right) -> left.name().compareTo(right.name()));
        return latest;
    }

    /** Writes a version; the file must not be there yet, so two writers cannot both have the same number. */
    void add(String tenant, PolicyVersion version) throws IOException {
        Path folder = folder(tenant, version.name(), version.environment());
        if (version.version() > VERSIONS_MAX) {
            throw new IOException("a policy has at most " + VERSIONS_MAX + " versions; remove old ones from " + folder);
        }
        Files.createDirectories(folder);
        Path file = folder.resolve(String.format(Locale.ROOT, "%06d", version.version()) + SUFFIX);
        Files.write(file, Json.bytes(version), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Writes a file in one step, so that whoever reads it sees all of it or none. */
    static void writeAtOnce(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A name for a file that differs where name or environment differ. */
    static String fileName(String name, @Nullable String environment) {
        String identity = name + "|" + (environment == null ? "" : environment);
        String readable = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
        return readable.substring(0, Math.min(60, readable.length())) + "-" + digest(identity);
    }

    private Path folder(String tenant, String name, @Nullable String environment) {
        return directory.resolve(tenant).resolve(fileName(name, environment));
    }

    private static List<PolicyVersion> read(Path folder) throws IOException {
        List<PolicyVersion> versions = new ArrayList<>();
        for (Path file : list(folder)) {
            if (file.toString().endsWith(SUFFIX)) {
                versions.add(Json.mapper().readValue(Files.readAllBytes(file), PolicyVersion.class));
            }
        }
        return versions;
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return List.copyOf(new TreeSet<>(files.toList()));
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256", e);
        }
    }
}
