package io.weir.scanapi.key;

import io.weir.platform.net.Cidr;
import io.weir.schemas.access.KeyEnded;
import io.weir.schemas.access.KeyRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A key and what has happened to it since. Safe to share between threads. */
final class KeyState {

    private final KeyRecord key;
    private final List<Cidr> networks;
    private final Set<String> uses = new HashSet<>();
    private final AtomicLong addressesRefused = new AtomicLong();
    private @Nullable KeyEnded revoked;
    private @Nullable KeyEnded replaced;

    KeyState(KeyRecord key) {
        this.key = key;
        this.networks = key.bounds().cidrs().stream().map(Cidr::parse).toList();
    }

    KeyRecord key() {
        return key;
    }

    synchronized void end(KeyEnded ended) {
        if (ended.replacedBy() == null) {
            revoked = revoked == null ? ended : revoked;
        } else {
            replaced = replaced == null ? ended : replaced;
        }
    }

    /** Counts a use, unless the number of uses is reached. */
    synchronized void use(String useId) {
        if (usesLeft() > 0) {
            uses.add(useId);
        }
    }

    /** Whether this use was within the number of uses. */
    synchronized boolean isGranted(String useId) {
        return uses.contains(useId);
    }

    synchronized int usesLeft() {
        Integer max = key.bounds().usesMax();
        return max == null ? Integer.MAX_VALUE : max - uses.size();
    }

    /** Whether the key may be sent from an address; refusals are counted. */
    boolean admits(String address) {
        boolean admitted = networks.isEmpty() || networks.stream().anyMatch(network -> network.contains(address));
        if (!admitted) {
            addressesRefused.incrementAndGet();
        }
        return admitted;
    }

    /** How often this node has refused the key for the address that it came from. */
    long addressesRefused() {
        return addressesRefused.get();
    }

    /** What the key is at a time, epoch milliseconds. */
    synchronized KeyStatus status(long timeMillis) {
        if (revoked != null) {
            return KeyStatus.REVOKED;
        }
        if (replaced != null && timeMillis >= replaced.endsMillis()) {
            return KeyStatus.REPLACED;
        }
        Long expires = key.expiresMillis();
        if (expires != null && timeMillis >= expires) {
            return KeyStatus.EXPIRED;
        }
        return usesLeft() > 0 ? KeyStatus.ACTIVE : KeyStatus.EXHAUSTED;
    }

    /** When the key ends if nothing else happens, epoch milliseconds, or null. */
    synchronized @Nullable Long endsMillis() {
        Long expires = key.expiresMillis();
        if (replaced == null) {
            return expires;
        }
        return expires == null
                ? Long.valueOf(replaced.endsMillis())
                : Long.valueOf(Math.min(expires, replaced.endsMillis()));
    }

    /** Id of the key that took its place, or null. */
    synchronized @Nullable String replacedBy() {
        return replaced == null ? null : replaced.replacedBy();
    }
}
