package io.weir.scanapi.key;

import io.weir.scanapi.access.ApiKey;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.Refusal;
import io.weir.schemas.access.KeyBounds;
import io.weir.schemas.access.KeyEnded;
import io.weir.schemas.access.KeyMinted;
import io.weir.schemas.access.KeyRecord;
import io.weir.schemas.access.KeyUsed;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.KeyKind;
import io.weir.schemas.word.Scope;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes, rotates and revokes keys. No key is wider than the credential that makes it. What it does holds on all nodes
 * as soon as they have read it. Safe to share between threads.
 */
final class KeyDesk {

    private static final int KEYS_MAX = 10_000;
    private static final int CHILDREN_MAX = 1_000;

    private final KeyRing ring;
    private final KeyLogs logs;
    private final AgentSecrets secrets;
    private final InstantSource time;
    private final Supplier<UUID> ids;

    KeyDesk(KeyRing ring, KeyLogs logs, AgentSecrets secrets, InstantSource time, Supplier<UUID> ids) {
        this.ring = ring;
        this.logs = logs;
        this.secrets = secrets;
        this.time = time;
        this.ids = ids;
    }

    /**
     * A new key.
     *
     * @throws Refusal {@code KEY_TOO_WIDE} if it would be wider than the caller's own
     */
    MintedKey mint(Caller caller, KeyOrder order) {
        Widening.require(caller, order, time.millis());
        String tenant = order.tenant() == null ? caller.tenant() : order.tenant();
        requireRoom(ring.ofTenant(tenant).size(), KEYS_MAX, "The tenant");
        KeyRecord draft = Drafts.of(order, ids.get().toString(), tenant, Maker.of(caller, time.millis()));
        return lasting(draft, order.imported());
    }

    /**
     * A short-lived key, confined to what the caller's own may do.
     *
     * @param form what it begins with
     * @throws Refusal {@code KEY_TOO_WIDE} if the caller's key is short-lived itself
     */
    MintedKey mintEphemeral(Caller caller, EphemeralOrder order, String form) {
        Widening.requireParent(caller);
        Maker maker = Maker.of(caller, time.millis());
        requireRoom(ring.validChildren(maker.credential()), CHILDREN_MAX, "The key");
        KeyRecord own = caller.key();
        String text = KeyText.mint(form, KeyKind.EPHEMERAL);
        KeyRecord key = new KeyRecord(
                ids.get().toString(),
                KeyKind.EPHEMERAL,
                digest(text),
                KeyText.prefix(text),
                caller.tenant(),
                order.description(),
                own == null ? null : own.environment(),
                own == null ? null : own.agentId(),
                own != null && own.pinned(),
                List.of(Scope.SCAN),
                null,
                bounds(own, order),
                maker.credential(),
                maker.name(),
                maker.timeMillis(),
                earliest(maker.timeMillis() + TimeUnit.SECONDS.toMillis(order.ttlSeconds()), own));
        logs.append(new KeyMinted(key), true);
        return new MintedKey(text, key);
    }

    /**
     * A key that takes the place of another, which stays valid for the overlap.
     *
     * @throws Refusal {@code NOT_FOUND} if there is none, {@code KEY_ENDED} if it is not valid any more
     */
    MintedKey rotate(Caller caller, String keyId, int overlapSeconds) {
        KeyState state = owned(caller, keyId);
        if (ring.status(state) != KeyStatus.ACTIVE || state.replacedBy() != null || isEphemeral(state)) {
            throw Refusal.of(ErrorCode.KEY_ENDED, "Only a valid, lasting key that has no successor can be rotated.");
        }
        Widening.requireScopes(caller, state.key().scopes());
        MintedKey successor =
                lasting(Drafts.successor(state.key(), ids.get().toString(), Maker.of(caller, time.millis())), null);
        long ends = time.millis() + TimeUnit.SECONDS.toMillis(overlapSeconds);
        logs.append(new KeyEnded(keyId, ends, caller.name(), successor.key().keyId()), false);
        return successor;
    }

    /**
     * Ends a key at once.
     *
     * @throws Refusal {@code NOT_FOUND} if there is none
     */
    KeyState revoke(Caller caller, String keyId) {
        KeyState state = owned(caller, keyId);
        logs.append(new KeyEnded(keyId, time.millis(), caller.name(), null), isEphemeral(state));
        return state;
    }

    /**
     * Takes one of the uses of a short-lived key, before the call is judged. Other keys have any number.
     *
     * @throws Refusal {@code INVALID_KEY} if none is left, on whichever node they were taken
     */
    void use(Caller caller) {
        KeyRecord key = caller.key();
        KeyState state = key == null || key.bounds().usesMax() == null ? null : ring.find(key.keyId());
        if (state == null) {
            return;
        }
        if (state.usesLeft() > 0) {
            String useId = ids.get().toString();
            logs.append(new KeyUsed(state.key().keyId(), useId, time.millis()), true);
            if (state.isGranted(useId)) {
                return;
            }
        }
        throw Refusal.of(ErrorCode.INVALID_KEY, "The key is exhausted: its calls are used up.");
    }

    private MintedKey lasting(KeyRecord draft, @Nullable String imported) {
        String text = imported != null
                ? imported
                : draft.kind() == KeyKind.AGENT ? secrets.secretOf(draft.keyId()) : KeyText.mint(draft.kind());
        KeyRecord key = Drafts.withText(draft, digest(text), KeyText.prefix(text));
        logs.append(new KeyMinted(key), false);
        return new MintedKey(text, key);
    }

    private KeyState owned(Caller caller, String keyId) {
        KeyState state = ring.find(keyId);
        if (state == null || !state.key().tenant().equals(caller.tenant())) {
            throw Refusal.of(ErrorCode.NOT_FOUND, "The tenant has no key with this id.");
        }
        return state;
    }

    private static boolean isEphemeral(KeyState state) {
        return state.key().kind() == KeyKind.EPHEMERAL;
    }

    private static KeyBounds bounds(@Nullable KeyRecord own, EphemeralOrder order) {
        KeyBounds bounds = own == null ? KeyBounds.NONE : own.bounds();
        return new KeyBounds(
                bounds.cidrs(),
                order.tools(),
                order.verbs(),
                order.usesMax(),
                bounds.scansPerMinute(),
                bounds.scansPerMonth());
    }

    private static Long earliest(long millis, @Nullable KeyRecord own) {
        Long ends = own == null ? null : own.expiresMillis();
        return ends == null ? Long.valueOf(millis) : Long.valueOf(Math.min(millis, ends));
    }

    private static void requireRoom(long present, int max, String whose) {
        if (present >= max) {
            throw Refusal.of(
                    ErrorCode.TOO_MANY_KEYS, whose + " has " + present + " keys already, at most " + max + ".");
        }
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(ApiKey.digest(text));
    }
}
