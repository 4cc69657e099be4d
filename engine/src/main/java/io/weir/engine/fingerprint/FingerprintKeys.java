package io.weir.engine.fingerprint;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The fingerprint keys of all tenants, derived from one master key. Safe to share between threads. */
public final class FingerprintKeys {

    /** The only epoch so far; keys are not rotated yet. */
    public static final int EPOCH = 1;

    private static final int CACHED_MAX = 10_000;

    private final byte[] master;
    private final ConcurrentMap<String, Fingerprinter> byTenant = new ConcurrentHashMap<>();

    /**
     * Keys derived from a master key.
     *
     * @param master at least 16 bytes
     */
    public FingerprintKeys(byte[] master) {
        this.master = master.clone();
        FingerprintKey.derive(this.master, "", EPOCH);
    }

    /** The fingerprinter of a tenant. */
    public Fingerprinter of(String tenant) {
        if (byTenant.size() > CACHED_MAX) {
            byTenant.clear();
        }
        return byTenant.computeIfAbsent(
                tenant,
                name -> new Fingerprinter(FingerprintKey.derive(master, name, EPOCH), WinnowingScheme.STANDARD));
    }
}
