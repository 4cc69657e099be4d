package io.weir.edge.hook;

import io.weir.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Joins a tool's answer to the decision on its call. What cannot be kept costs the join, not the call. */
interface TraceMemory {

    /** Keeps the decision's id until the tool has answered. */
    void keep(HookEvent event, String traceId);

    /** The id of the decision on a call whose tool has answered; forgotten then. */
    Optional<String> take(HookEvent event);

    /** A name for a call that says nothing of it: the same before and after, unlike for others. */
    static String name(HookEvent event) {
        Object input = event.input() == null ? "" : event.input();
        String call = event.callId() == null ? event.tool() + "\n" + Json.text(input) : event.callId();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((event.sessionId() + "\n" + call).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
