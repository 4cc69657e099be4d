package io.weir.scanapi.key;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.scanapi.access.ApiKey;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.access.MintedKeys;
import io.weir.scanapi.agent.AgentHome;
import io.weir.scanapi.http.Refusal;
import io.weir.schemas.access.KeyEnded;
import io.weir.schemas.access.KeyEvent;
import io.weir.schemas.access.KeyMinted;
import io.weir.schemas.access.KeyRecord;
import io.weir.schemas.access.KeyUsed;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.KeyKind;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All minted keys, as the events about them say. Short-lived keys are forgotten a day after they expire. Safe to share
 * between threads.
 */
public final class KeyRing implements MintedKeys {

    private static final long EXPIRED_SHOWN_MILLIS = TimeUnit.DAYS.toMillis(1);

    private final Map<String, KeyState> byId = new ConcurrentHashMap<>();
    private final Map<String, KeyState> byDigest = new ConcurrentHashMap<>();
    private final Deque<KeyState> ephemeral = new ArrayDeque<>();
    private final InstantSource time;
    private final Counter addressesRefused;

    /** A ring without keys. */
    public KeyRing(InstantSource time, MeterRegistry meters) {
        this.time = time;
        this.addressesRefused = Counter.builder("weir.keys.addresses_refused")
                .description("Requests with a valid key from a network that the key may not be sent from.")
                .register(meters);
    }

    /** Takes note of an event. Events of one log come one after the other. */
    public void apply(KeyEvent event) {
        if (event instanceof KeyMinted minted) {
            add(minted.key());
        } else if (event instanceof KeyEnded ended) {
            known(ended.keyId(), state -> state.end(ended));
        } else if (event instanceof KeyUsed used) {
            known(used.keyId(), state -> state.use(used.useId()));
        }
    }

    @Override
    public @Nullable Caller find(byte[] digest, String address) {
        KeyState state = byDigest.get(HexFormat.of().formatHex(digest));
        if (state == null || state.key().kind() == KeyKind.AGENT) {
            return null;
        }
        return admitted(state, address);
    }

    /**
     * Who uses this key.
     *
     * @throws Refusal {@code IP_NOT_ALLOWED} or {@code INVALID_KEY}
     */
    Caller admitted(KeyState state, String address) {
        if (!state.admits(address)) {
            addressesRefused.increment();
            throw Refusal.of(ErrorCode.IP_NOT_ALLOWED, "The key may not be sent from the address that it came from.");
        }
        KeyStatus status = status(state);
        // A key whose calls are used up still reports the response to the last of them.
        if (status != KeyStatus.ACTIVE && status != KeyStatus.EXHAUSTED) {
            throw Refusal.of(ErrorCode.INVALID_KEY, "The key is " + status.word() + ".");
        }
        return Caller.of(
                state.key(),
                ApiKey.fingerprint(HexFormat.of().parseHex(state.key().digest())));
    }

    /** A key of any tenant, or null. */
    @Nullable
    KeyState find(String keyId) {
        return byId.get(keyId);
    }

    /** The keys of a tenant, oldest first. */
    List<KeyState> ofTenant(String tenant) {
        return byId.values().stream()
                .filter(state -> state.key().tenant().equals(tenant))
                .sorted(Comparator.comparingLong((KeyState state) -> state.key().createdMillis())
                        .thenComparing(state -> state.key().keyId()))
                .toList();
    }

    /** Where the valid keys that name this agent are for. */
    public Set<AgentHome> homes(String agentId) {
        return byId.values().stream()
                .filter(state -> agentId.equals(state.key().agentId()) && status(state) == KeyStatus.ACTIVE)
                .map(state -> new AgentHome(
                        state.key().tenant(),
                        Objects.requireNonNullElse(state.key().environment(), "")))
                .collect(Collectors.toSet());
    }

    /** How many valid keys a credential has made. */
    long validChildren(String parent) {
        return byId.values().stream()
                .filter(state -> state.key().parent().equals(parent))
                .filter(state -> status(state) == KeyStatus.ACTIVE)
                .count();
    }

    /** What a key is now. One that another key has made does not outlive it. */
    KeyStatus status(KeyState state) {
        KeyStatus status = state.status(time.millis());
        KeyState parent =
                state.key().kind() == KeyKind.EPHEMERAL ? byId.get(state.key().parent()) : null;
        if (status != KeyStatus.ACTIVE || parent == null) {
            return status;
        }
        return parent.status(time.millis()) == KeyStatus.ACTIVE ? status : KeyStatus.REVOKED;
    }

    private synchronized void add(KeyRecord key) {
        KeyState state = new KeyState(key);
        if (byId.putIfAbsent(key.keyId(), state) != null) {
            return;
        }
        byDigest.put(key.digest(), state);
        if (key.kind() == KeyKind.EPHEMERAL) {
            ephemeral.addLast(state);
            forgetExpired();
        }
    }

    private void forgetExpired() {
        long limit = time.millis() - EXPIRED_SHOWN_MILLIS;
        for (KeyState first = ephemeral.peekFirst(); first != null && isOlder(first, limit); ) {
            byId.remove(first.key().keyId());
            byDigest.remove(first.key().digest());
            ephemeral.removeFirst();
            first = ephemeral.peekFirst();
        }
    }

    private static boolean isOlder(KeyState state, long limitMillis) {
        Long expires = state.key().expiresMillis();
        return expires != null && expires < limitMillis;
    }

    private void known(String keyId, Consumer<KeyState> change) {
        KeyState state = byId.get(keyId);
        if (state != null) {
            change.accept(state);
        }
    }
}
