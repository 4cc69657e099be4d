package io.weir.scanapi.key;

import io.weir.schemas.access.KeyRecord;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Records of keys whose texts are not there yet. */
final class Drafts {

    private static final String NONE = "";

    private Drafts() {}

    /** A record of what was ordered. */
    static KeyRecord of(KeyOrder order, String keyId, String tenant, Maker maker) {
        long expires = maker.timeMillis() + TimeUnit.SECONDS.toMillis(order.ttlSeconds());
        return new KeyRecord(
                keyId,
                order.kind(),
                NONE,
                NONE,
                tenant,
                order.name(),
                order.environment(),
                order.agentId(),
                order.pinned(),
                order.scopes(),
                order.role(),
                order.bounds(),
                maker.credential(),
                maker.name(),
                maker.timeMillis(),
                order.ttlSeconds() == 0 ? null : Long.valueOf(expires));
    }

    /** A record of a key that takes the place of another: the same in all but its text. */
    static KeyRecord successor(KeyRecord old, String keyId, Maker maker) {
        return new KeyRecord(
                keyId,
                old.kind(),
                NONE,
                NONE,
                old.tenant(),
                old.name(),
                old.environment(),
                old.agentId(),
                old.pinned(),
                old.scopes(),
                old.role(),
                old.bounds(),
                maker.credential(),
                maker.name(),
                maker.timeMillis(),
                expiry(old, maker.timeMillis()));
    }

    /** A draft with the digest and the visible part of its text. */
    static KeyRecord withText(KeyRecord draft, String digest, String prefix) {
        return new KeyRecord(
                draft.keyId(),
                draft.kind(),
                digest,
                prefix,
                draft.tenant(),
                draft.name(),
                draft.environment(),
                draft.agentId(),
                draft.pinned(),
                draft.scopes(),
                draft.role(),
                draft.bounds(),
                draft.parent(),
                draft.createdBy(),
                draft.createdMillis(),
                draft.expiresMillis());
    }

    /** A successor lasts as long as its predecessor was made to last. */
    private static @Nullable Long expiry(KeyRecord old, long timeMillis) {
        Long expires = old.expiresMillis();
        return expires == null ? null : Long.valueOf(timeMillis + expires - old.createdMillis());
    }
}
