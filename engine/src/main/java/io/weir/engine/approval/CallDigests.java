package io.weir.engine.approval;

import io.weir.engine.key.HmacKey;
import io.weir.engine.payload.CallInput;
import io.weir.schemas.event.Principal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two calls are the same: the same agent wants to do the same to the same place with the same content. A
 * decision about one is good for the other and for nothing else. The digest is HMAC-SHA-256 (RFC 2104) under a key of
 * the tenant, so that nobody can test it against guesses.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class CallDigests {

    // They differ between two tries of the same call and change nothing about what it does.
    private static final Set<String> PASSING_HEADERS = Set.of(
            "traceparent",
            "tracestate",
            "baggage",
            "date",
            "user-agent",
            "content-length",
            "connection",
            "accept-encoding",
            "x-request-id",
            "x-correlation-id",
            "idempotency-key",
            "mcp-session-id");

    private final HmacKey master;

    /**
     * Digests under a master key.
     *
     * @param master at least 16 bytes
     */
    public CallDigests(byte[] master) {
        this.master = HmacKey.master("the master key", master);
    }

    /** The digest of a call by an agent, 64 hex digits. */
    public String of(Principal principal, CallInput input) {
        Mac mac = master.derive("weir approval|" + principal.tenant()).mac();
        add(mac, principal.environment());
        add(mac, principal.agentId());
        add(mac, input.method());
        add(mac, input.url());
        headers(input.headers()).forEach((name, value) -> {
            add(mac, name);
            add(mac, value);
        });
        addValue(mac, input.body());
        return HexFormat.of().formatHex(mac.doFinal());
    }

    /** The digest of a one-time code for one held call, 64 hex digits: for another call it says nothing. */
    public String ofCode(Approval approval, String code) {
        Mac mac = master.derive("weir approval code|" + approval.tenant()).mac();
        add(mac, approval.approvalId());
        add(mac, approval.request().callDigest());
        add(mac, code);
        return HexFormat.of().formatHex(mac.doFinal());
    }

    private static Map<String, String> headers(Map<String, String> headers) {
        Map<String, String> lasting = new TreeMap<>();
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!PASSING_HEADERS.contains(lower)) {
                lasting.merge(lower, value, (first, second) -> first + "\n" + second);
            }
        });
        return lasting;
    }

    /** Adds a JSON value; the order of members does not count. */
    private static void addValue(Mac mac, @Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            Map<String, Object> sorted = new TreeMap<>();
            object.forEach((name, member) -> sorted.put(String.valueOf(name), member == null ? Null.NULL : member));
            add(mac, "{" + sorted.size());
            sorted.forEach((name, member) -> {
                add(mac, name);
                addValue(mac, member == Null.NULL ? null : member);
            });
        } else if (value instanceof List<?> list) {
            add(mac, "[" + list.size());
            list.forEach(element -> addValue(mac, element));
        } else {
            add(mac, value == null ? "null" : value.getClass().getSimpleName());
            add(mac, String.valueOf(value));
        }
    }

    private enum Null {
        NULL
    }

    /** Adds a text with its length before it, so that no two rows of texts look the same. */
    private static void add(Mac mac, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
    }
}
