package io.weir.scanapi.key;

import io.weir.platform.net.Cidr;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.Refusal;
import io.weir.schemas.access.KeyRecord;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.Scope;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Refuses keys that would be wider than the credential that makes them: no key is a ladder. */
final class Widening {

    private Widening() {}

    /** Checks an order of a lasting key. */
    static void require(Caller caller, KeyOrder order, long timeMillis) {
        requireScopes(caller, order.scopes());
        String tenant = order.tenant();
        if (tenant != null && !tenant.equals(caller.tenant()) && !caller.anyTenant()) {
            throw wider("the credential belongs to another tenant");
        }
        KeyRecord own = caller.key();
        if (own == null) {
            return;
        }
        requireNetworks(own.bounds().cidrs(), order.bounds().cidrs());
        Long expires = own.expiresMillis();
        long ordered = timeMillis + TimeUnit.SECONDS.toMillis(order.ttlSeconds());
        if (expires != null && (order.ttlSeconds() == 0 || ordered > expires)) {
            throw wider("the credential expires, so ttl_seconds must end before it does");
        }
    }

    /** Checks that a credential may do all that a key is for. */
    static void requireScopes(Caller caller, List<Scope> scopes) {
        if (!caller.scopes().containsAll(scopes)) {
            throw wider("the credential has " + caller.scopes() + " only");
        }
    }

    /** Checks that a credential can make short-lived keys at all. */
    static void requireParent(Caller caller) {
        if (caller.isEphemeral()) {
            throw wider("a short-lived key makes no others");
        }
    }

    private static void requireNetworks(List<String> own, List<String> ordered) {
        if (own.isEmpty()) {
            return;
        }
        List<Cidr> networks = own.stream().map(Cidr::parse).toList();
        boolean inside = !ordered.isEmpty()
                && ordered.stream()
                        .map(Cidr::parse)
                        .allMatch(cidr -> networks.stream().anyMatch(network -> network.contains(cidr)));
        if (!inside) {
            throw wider("the credential may be sent from some networks only, so cidrs must lie within them");
        }
    }

    private static Refusal wider(String why) {
        return Refusal.of(ErrorCode.KEY_TOO_WIDE, "The key would be wider than the credential: " + why + ".");
    }
}
