package io.weir.engine.canary;

import io.weir.engine.detect.Search;
import io.weir.engine.detect.SearchSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Adds the canaries of each tenant to what another source searches for. Safe to share between threads. */
public final class CanarySearches implements SearchSource {

    private static final int CACHED_MAX = 10_000;

    private final SearchSource others;
    private final byte[] master;
    private final ConcurrentMap<String, CanaryKey> keys = new ConcurrentHashMap<>();

    /**
     * A source.
     *
     * @param others for everything else
     * @param master secret that the tenants' keys are derived from, at least 16 bytes
     */
    public CanarySearches(SearchSource others, byte[] master) {
        this.others = others;
        this.master = master.clone();
    }

    @Override
    public Search of(String tenant, long timeMillis) {
        if (keys.size() > CACHED_MAX) {
            keys.clear();
        }
        CanaryKey key = keys.computeIfAbsent(tenant, name -> CanaryKey.derive(master, name));
        return new CanarySearch(others.of(tenant, timeMillis), key);
    }
}
