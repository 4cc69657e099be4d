package io.weir.engine.redact;

import io.weir.engine.payload.ReadingLimits;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** The redactors of all tenants, each with keys of its own. Safe to share between threads. */
public final class Redactors {

    private static final int CACHED_MAX = 10_000;

    private final Function<String, Redactor> maker;
    private final ConcurrentMap<String, Redactor> byTenant = new ConcurrentHashMap<>();

    /**
     * Redactors of payloads of {@link io.weir.engine.payload.PayloadReader#standard()}.
     *
     * @param policy what stands in the place of a value
     * @param masterKey secret that the tenants' redaction keys are derived from, at least 16 bytes
     */
    public Redactors(RedactionPolicy policy, byte[] masterKey) {
        byte[] master = masterKey.clone();
        this.maker = tenant ->
                new Redactor(ReadingLimits.DEFAULT, StyledWriter.of(policy, RedactionKey.derive(master, tenant)));
    }

    /** The redactor of a tenant. */
    public Redactor of(String tenant) {
        if (byTenant.size() > CACHED_MAX) {
            byTenant.clear();
        }
        return byTenant.computeIfAbsent(tenant, maker);
    }
}
