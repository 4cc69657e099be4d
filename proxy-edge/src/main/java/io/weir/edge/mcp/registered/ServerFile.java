package io.weir.edge.mcp.registered;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The registered servers of all tenants, in a file that is replaced as a whole and followed as it changes. Safe to
 * share between threads.
 */
public final class ServerFile {

    private final Path path;
    private FileTime readAt = FileTime.fromMillis(-1);
    private Map<String, RegisteredServer> servers = Map.of();

    /** The servers in a file; none where it is not there yet. */
    public ServerFile(Path path) {
        this.path = path;
    }

    private record ServerList(
            @JsonProperty(value = "servers", required = true)
            List<RegisteredServer> servers) {}

    /**
     * A tenant's server.
     *
     * @throws IOException if the file cannot be read
     */
    public synchronized Optional<RegisteredServer> of(String tenant, String id) throws IOException {
        return Optional.ofNullable(current().get(id))
                .filter(server -> server.tenant().equals(tenant));
    }

    /**
     * All servers of a tenant.
     *
     * @throws IOException if the file cannot be read
     */
    public synchronized List<RegisteredServer> of(String tenant) throws IOException {
        return current().values().stream()
                .filter(server -> server.tenant().equals(tenant))
                .toList();
    }

    /**
     * Changes the servers, by their ids.
     *
     * @throws IOException if the file cannot be read or written; then they are as they were
     */
    synchronized void change(UnaryOperator<Map<String, RegisteredServer>> change) throws IOException {
        Map<String, RegisteredServer> changed = change.apply(new TreeMap<>(current()));
        Files.createDirectories(path.toAbsolutePath().getParent());
        Path fresh = path.resolveSibling(
                path.getFileName() + "." + ProcessHandle.current().pid() + ".new");
        Files.write(
                fresh,
                Json.mapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsBytes(new ServerList(List.copyOf(changed.values()))));
        Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        servers = changed;
        readAt = Files.getLastModifiedTime(path);
    }

    private Map<String, RegisteredServer> current() throws IOException {
        try {
            FileTime now = Files.getLastModifiedTime(path);
            if (!now.equals(readAt)) {
                Map<String, RegisteredServer> read = new TreeMap<>();
                Json.mapper()
                        .readValue(Files.readAllBytes(path), ServerList.class)
                        .servers()
                        .forEach(server -> read.put(server.id(), server));
                servers = read;
                readAt = now;
            }
        } catch (NoSuchFileException e) {
            servers = Map.of();
            readAt = FileTime.fromMillis(-1);
        } catch (JacksonException e) {
            throw new IOException(path + " is no file of registered servers", e);
        }
        return servers;
    }
}
