package io.weir.launcher.mcp;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The environment variables of existing guards of the scan protocol, as our own. Clients that are configured for those
 * need no other configuration; where both are set, ours count.
 */
final class ProtocolVariables {

    private static final Map<String, String> OURS = new TreeMap<>(Map.of(
            "INTERVEN_API_KEY", "WEIR_SCAN_CLIENT_API_KEY",
            "INTERVEN_GATEWAY_URL", "WEIR_SCAN_CLIENT_URL",
            "INTERVEN_SCAN_TIMEOUT_MS", "WEIR_SCAN_CLIENT_ANSWER_MILLIS",
            "INTERVEN_APPROVAL_POLL_MS", "WEIR_MCP_HOLD_POLL_MILLIS",
            "INTERVEN_APPROVAL_MAX_WAIT_MS", "WEIR_MCP_PROGRESS_HOLD_MILLIS"));

    private ProtocolVariables() {}

    /** The environment with the protocol's variables translated. */
    static Map<String, String> translated(Map<String, String> environment) {
        Map<String, String> translated = new HashMap<>(environment);
        OURS.forEach((theirs, ours) -> {
            String value = environment.get(theirs);
            if (value != null) {
                translated.putIfAbsent(ours, value);
            }
        });
        String longest = environment.get("INTERVEN_APPROVAL_MAX_WAIT_MS");
        if (longest != null) {
            translated.putIfAbsent("WEIR_MCP_HOLD_MILLIS", longest);
        }
        if ("1".equals(environment.get("INTERVEN_FAIL_OPEN"))) {
            translated.putIfAbsent("WEIR_MCP_FAIL_MODE", "open");
        }
        return translated;
    }
}
