package io.weir.scanapi.key;

import io.weir.scanapi.request.Members;
import io.weir.schemas.word.Verb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/keys/ephemeral}, checked.
 *
 * @param ttlSeconds how long the key shall be valid
 * @param usesMax how many calls it shall be good for
 * @param tools tools that may be called; empty for all
 * @param verbs effects that calls may have; empty for all
 * @param description label
 */
record EphemeralOrder(int ttlSeconds, int usesMax, List<String> tools, List<Verb> verbs, String description) {

    private static final int TTL_SECONDS = 600;
    private static final int TTL_SECONDS_MAX = 86_400;
    private static final int USES_MAX = 1_000;
    private static final int TOOLS_MAX = 100;

    /** Copies the lists. */
    EphemeralOrder {
        tools = List.copyOf(tools);
        verbs = List.copyOf(verbs);
    }

    /**
     * The order in a JSON value.
     *
     * @throws io.weir.scanapi.http.Refusal {@code REQUEST_INVALID} with every fault
     */
    static EphemeralOrder read(@Nullable Object value) {
        Members members = Members.of(value);
        Members scope = members.inner("scope");
        String description = members.identifier("description");
        EphemeralOrder order = new EphemeralOrder(
                members.integer("ttl_seconds", 1, TTL_SECONDS_MAX, TTL_SECONDS),
                members.integer("max_uses", 1, USES_MAX, 1),
                scope.textList("tools", TOOLS_MAX),
                scope.words("verbs", Verb.class),
                description == null ? "ephemeral" : description);
        members.check();
        return order;
    }
}
