package io.weir.edge.upstream;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How upstreams are reached.
 *
 * @param connectMillis longest wait for a connection
 * @param idleMillis longest time without a byte in either direction
 * @param connectionsMax most connections to one upstream
 * @param guard which addresses may be connected to
 * @param authorities certificates in PEM that are trusted besides those of the JDK; null for none
 */
public record UpstreamSettings(
        int connectMillis,
        int idleMillis,
        int connectionsMax,
        AddressGuard guard,
        @Nullable Path authorities) {}
