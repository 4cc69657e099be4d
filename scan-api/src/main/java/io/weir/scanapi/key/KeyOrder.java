package io.weir.scanapi.key;

import io.weir.platform.net.Cidr;
import io.weir.scanapi.access.ApiKey;
import io.weir.scanapi.request.Members;
import io.weir.schemas.access.KeyBounds;
import io.weir.schemas.word.KeyKind;
import io.weir.schemas.word.Role;
import io.weir.schemas.word.Scope;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/keys}, checked.
 *
 * @param kind what sort of credential to make
 * @param name label, or the person's name
 * @param tenant tenant that it names, or null
 * @param environment environment of calls that name none, or null
 * @param agentId agent of calls that name none, or null
 * @param pinned whether calls may name no other
 * @param scopes what it shall be used for
 * @param role the person's role, for tokens
 * @param bounds what it shall be confined to
 * @param ttlSeconds how long it shall be valid, 0 for ever
 * @param imported a key from elsewhere that shall be valid here too, or null
 */
record KeyOrder(
        KeyKind kind,
        String name,
        @Nullable String tenant,
        @Nullable String environment,
        @Nullable String agentId,
        boolean pinned,
        List<Scope> scopes,
        @Nullable Role role,
        KeyBounds bounds,
        int ttlSeconds,
        @Nullable String imported) {

    private static final int NAME_LENGTH_MAX = 128;
    private static final int CIDRS_MAX = 64;
    private static final int TTL_SECONDS_MAX = (int) TimeUnit.DAYS.toSeconds(3_650);
    private static final int SCANS_MAX = 1_000_000_000;

    /** Keys of the scan protocol, as its clients have them. */
    private static final Pattern IMPORTED = Pattern.compile("iv_(live|test)_[A-Za-z0-9]{20,200}");

    /** Copies the list. */
    KeyOrder {
        scopes = List.copyOf(scopes);
    }

    /**
     * The order in a JSON value.
     *
     * @throws io.weir.scanapi.http.Refusal {@code REQUEST_INVALID} with every fault
     */
    static KeyOrder read(@Nullable Object value) {
        Members members = Members.of(value);
        KeyKind kind = members.word("kind", KeyKind.class, KeyKind.LIVE);
        Role role = members.word("role", Role.class, null);
        KeyOrder order = new KeyOrder(
                kind == null ? KeyKind.LIVE : kind,
                members.requiredText("name", NAME_LENGTH_MAX),
                members.identifier("tenant_id"),
                members.identifier("env"),
                members.identifier("default_agent_id"),
                members.flag("pinned"),
                scopes(members, role),
                role,
                bounds(members),
                members.integer("ttl_seconds", 1, TTL_SECONDS_MAX, 0),
                members.text("key", ApiKey.KEY_LENGTH_MIN * 16));
        order.checkTogether(members);
        members.check();
        return order;
    }

    private static List<Scope> scopes(Members members, @Nullable Role role) {
        List<Scope> scopes = members.words("scopes", Scope.class);
        if (role != null) {
            return role.scopes();
        }
        return scopes.isEmpty()
                ? List.of(Scope.SCAN)
                : scopes.stream().distinct().sorted().toList();
    }

    private static KeyBounds bounds(Members members) {
        List<String> cidrs = members.textList("cidrs", CIDRS_MAX);
        for (String cidr : cidrs) {
            try {
                Cidr.parse(cidr);
            } catch (IllegalArgumentException e) {
                members.fault("cidrs: " + e.getMessage());
            }
        }
        return new KeyBounds(
                cidrs,
                List.of(),
                List.of(),
                null,
                limit(members, "scans_per_minute"),
                limit(members, "scans_per_month"));
    }

    private static @Nullable Integer limit(Members members, String name) {
        int limit = members.integer(name, 0, SCANS_MAX, -1);
        return limit < 0 ? null : Integer.valueOf(limit);
    }

    private void checkTogether(Members members) {
        if (kind == KeyKind.EPHEMERAL) {
            members.fault("kind: short-lived keys are made at /v1/keys/ephemeral");
        }
        if ((kind == KeyKind.TOKEN) != (role != null)) {
            members.fault("role: a token needs one, and nothing else has one");
        }
        if (kind == KeyKind.AGENT && agentId == null) {
            members.fault("default_agent_id: an agent's secret needs it");
        }
        if (imported != null && (!IMPORTED.matcher(imported).matches() || !isScanningKey())) {
            members.fault("key: only scanning keys that begin with iv_live_ or iv_test_ can be brought along");
        }
    }

    private boolean isScanningKey() {
        return kind == KeyKind.LIVE || kind == KeyKind.TEST;
    }
}
