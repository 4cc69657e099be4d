package io.weir.edge.inbound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Routes and credentials as their files are now, so that a revocation holds at once. A routes file that cannot be used
 * any more leaves the routes as they were. Safe to share between threads.
 */
public final class LiveRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);

    private final Path file;
    private final CredentialFile credentials;
    private FileTime readAt;
    private InboundRoutes routes;

    /**
     * The routes of a configuration that names a file of them.
     *
     * @throws IllegalArgumentException if they cannot be used
     */
    public LiveRoutes(InboundConfig config) {
        this.file = Path.of(config.routes());
        this.credentials = config.credentialFile();
        this.readAt = modified();
        this.routes = InboundRoutes.read(file);
    }

    /** The route of a prefix, if it is in use. */
    public synchronized Optional<InboundRoute> active(String prefix) {
        FileTime now = modified();
        if (!now.equals(readAt)) {
            readAt = now;
            readAgain();
        }
        return routes.active(prefix);
    }

    private void readAgain() {
        try {
            routes = InboundRoutes.read(file);
            LOG.info("event=inbound_routes_read routes={}", routes.all().size());
        } catch (IllegalArgumentException e) {
            LOG.error("event=inbound_routes_kept problem=\"{}\"", e.getMessage());
        }
    }

    private FileTime modified() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    /**
     * The headers that a route adds.
     *
     * @return empty if its credential cannot be used
     */
    public Optional<Map<String, String>> headers(InboundRoute route) {
        String name = route.credential();
        if (name == null) {
            return Optional.of(Map.of());
        }
        try {
            return credentials.headers(name);
        } catch (IOException e) {
            LOG.error("event=credentials_unreadable cause={}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
