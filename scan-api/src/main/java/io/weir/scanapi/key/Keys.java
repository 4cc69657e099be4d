package io.weir.scanapi.key;

import io.weir.messaging.log.SharedLogs;
import io.weir.platform.health.Health;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.request.Members;
import io.weir.schemas.access.KeyRecord;
import io.weir.schemas.api.EphemeralKeyAnswer;
import io.weir.schemas.api.KeyAnswer;
import io.weir.schemas.api.KeyList;
import io.weir.schemas.word.KeyKind;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The keys of all tenants: what requests ask of them, and what is answered. Safe to share between threads. */
public final class Keys implements AutoCloseable {

    private static final int OVERLAP_SECONDS = (int) TimeUnit.DAYS.toSeconds(7);
    private static final int OVERLAP_SECONDS_MAX = (int) TimeUnit.DAYS.toSeconds(30);

    private static final Set<KeyKind> LASTING = EnumSet.of(KeyKind.LIVE, KeyKind.TEST, KeyKind.AGENT);

    private final KeyRing ring;
    private final KeyLogs logs;
    private final KeyDesk desk;

    private Keys(KeyRing ring, KeyLogs logs, KeyDesk desk) {
        this.ring = ring;
        this.logs = logs;
        this.desk = desk;
    }

    /**
     * The keys that these logs tell of.
     *
     * @param ring empty; the logs fill it
     * @param waitMillisMax how long storing a change may take
     * @param time decides what has expired
     */
    public static Keys open(
            KeyRing ring, SharedLogs logs, AgentSecrets secrets, long waitMillisMax, InstantSource time) {
        KeyLogs opened = KeyLogs.open(logs, ring::apply, waitMillisMax);
        return new Keys(ring, opened, new KeyDesk(ring, opened, secrets, time, UUID::randomUUID));
    }

    /** Answers an order of a lasting key. */
    public KeyAnswer mint(Caller caller, @Nullable Object order) {
        return answer(desk.mint(caller, KeyOrder.read(order)));
    }

    /**
     * Answers an order of a short-lived key.
     *
     * @param form what the key begins with
     */
    public EphemeralKeyAnswer mintEphemeral(Caller caller, @Nullable Object order, String form) {
        return KeyAnswers.ofEphemeral(desk.mintEphemeral(caller, EphemeralOrder.read(order), form));
    }

    /** Answers an order of a key that takes the place of another. */
    public KeyAnswer rotate(Caller caller, String keyId, @Nullable Object order) {
        Members members = Members.of(order);
        int overlapSeconds = members.integer("overlap_seconds", 0, OVERLAP_SECONDS_MAX, OVERLAP_SECONDS);
        members.check();
        return answer(desk.rotate(caller, keyId, overlapSeconds));
    }

    /**
     * Has each lasting key that names an agent end at once, and answers with those that take their place.
     *
     * @throws io.weir.scanapi.http.Refusal {@code KEY_TOO_WIDE} if the caller may not make such keys
     */
    public List<KeyAnswer> rotateAll(Caller caller, String agentId) {
        return valid(caller.tenant()).stream()
                .filter(key -> agentId.equals(key.agentId()))
                .map(key -> Objects.requireNonNull(ring.find(key.keyId())))
                .filter(state -> state.replacedBy() == null)
                .map(state -> answer(desk.rotate(caller, state.key().keyId(), 0)))
                .toList();
    }

    /** The valid, lasting keys of agents of a tenant. */
    public List<KeyRecord> valid(String tenant) {
        return ring.ofTenant(tenant).stream()
                .filter(state -> LASTING.contains(state.key().kind()) && ring.status(state) == KeyStatus.ACTIVE)
                .map(KeyState::key)
                .toList();
    }

    /** Ends a key. */
    public KeyAnswer revoke(Caller caller, String keyId) {
        KeyState state = desk.revoke(caller, keyId);
        return KeyAnswers.of(state, ring.status(state), null);
    }

    /** The keys of the caller's tenant. */
    public KeyList list(Caller caller) {
        return new KeyList(ring.ofTenant(caller.tenant()).stream()
                .map(state -> KeyAnswers.of(state, ring.status(state), null))
                .toList());
    }

    /** Takes one of the uses of a key whose uses are numbered. */
    public void use(Caller caller) {
        desk.use(caller);
    }

    /** Down while this node may miss what became of keys. */
    public Health health() {
        return logs.health();
    }

    @Override
    public void close() {
        logs.close();
    }

    private KeyAnswer answer(MintedKey minted) {
        KeyState state = new KeyState(minted.key());
        return KeyAnswers.of(state, ring.status(state), minted.text());
    }
}
