package io.weir.edge.mcp.registered;

import io.weir.edge.call.CallRefused;
import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.pin.ToolWarning;
import io.weir.schemas.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to have registered.
 *
 * @param server as it would be
 * @param notChecked signals of the drift policy that this edge has not
 */
record ServerOrder(RegisteredServer server, List<String> notChecked) {

    private static final int ADDRESS_UNITS_MAX = 2_048;
    private static final int DOMAINS_MAX = 64;
    private static final int DOMAIN_UNITS_MAX = 256;
    private static final int SIGNALS_MAX = 64;

    /**
     * The order in a document.
     *
     * @throws CallRefused {@code REQUEST_INVALID}
     */
    static ServerOrder read(String tenant, Map<String, @Nullable Object> document) throws CallRefused {
        String address = Members.text(document.get("url_or_path"));
        if (address == null || address.isBlank() || address.length() > ADDRESS_UNITS_MAX) {
            throw invalid("url_or_path is missing, or longer than " + ADDRESS_UNITS_MAX + " characters.");
        }
        Map<String, String> policy = new TreeMap<>();
        List<String> notChecked = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> wanted : driftPolicy(document).entrySet()) {
            Optional<ToolWarning> warning = warning(wanted.getKey());
            if (warning.isPresent()) {
                policy.put(warning.get().word(), action(wanted.getValue()));
            } else {
                notChecked.add(wanted.getKey());
            }
        }
        return new ServerOrder(
                new RegisteredServer(
                        RegisteredServer.id(tenant, address),
                        tenant,
                        address,
                        transport(document, address),
                        domains(document.get("declared_domains")),
                        trustMode(document.get("trust_mode")),
                        policy),
                notChecked);
    }

    private static Map<String, @Nullable Object> driftPolicy(Map<String, @Nullable Object> document)
            throws CallRefused {
        Object policy = document.get("drift_policy");
        if (policy != null && !(policy instanceof Map<?, ?> members && members.size() <= SIGNALS_MAX)) {
            throw invalid("drift_policy is an object of at most " + SIGNALS_MAX + " members.");
        }
        return Members.map(policy);
    }

    /** Signals are named as our warnings are, or as the scan protocol's reason codes. */
    private static Optional<ToolWarning> warning(String signal) {
        String name = signal.toUpperCase(Locale.ROOT);
        for (ToolWarning warning : ToolWarning.values()) {
            if (name.equals(warning.name())
                    || ("MCP_" + name).equals(warning.reasonCode())
                    || name.equals(warning.reasonCode())) {
                return Optional.of(warning);
            }
        }
        return Optional.empty();
    }

    /** A tool that waits for approval is out of use until a person accepts it. */
    private static String action(@Nullable Object value) throws CallRefused {
        return switch (String.valueOf(value).toLowerCase(Locale.ROOT)) {
            case "allow" -> RegisteredServer.ALLOW;
            case "deny", "block", "approval", "require_approval" -> RegisteredServer.DENY;
            default -> throw invalid("drift_policy says allow, require_approval or deny for each signal.");
        };
    }

    private static Transport transport(Map<String, @Nullable Object> document, String address) throws CallRefused {
        Object named = document.get("transport");
        boolean web = address.startsWith("http://") || address.startsWith("https://");
        String word = named == null ? (web ? "streamable_http" : "stdio") : String.valueOf(named);
        return switch (word) {
            case "streamable_http" -> Transport.STREAMABLE_HTTP;
            case "stdio" -> Transport.STDIO;
            case "sse" ->
                throw invalid("HTTP+SSE of revision 2024-11-05 is not spoken here; use streamable_http, whose answers"
                        + " may be streams of events.");
            default -> throw invalid("transport is streamable_http or stdio.");
        };
    }

    private static TrustMode trustMode(@Nullable Object named) throws CallRefused {
        return switch (named == null ? "tofu" : String.valueOf(named)) {
            case "tofu" -> TrustMode.TOFU;
            case "pinned" -> TrustMode.PINNED;
            case "strict" -> TrustMode.STRICT;
            default -> throw invalid("trust_mode is tofu, pinned or strict.");
        };
    }

    private static List<String> domains(@Nullable Object named) throws CallRefused {
        List<String> domains = new ArrayList<>();
        for (Object domain : Members.list(named)) {
            if (!(domain instanceof String text) || text.length() > DOMAIN_UNITS_MAX || domains.size() == DOMAINS_MAX) {
                throw invalid("declared_domains holds at most " + DOMAINS_MAX + " texts of at most " + DOMAIN_UNITS_MAX
                        + " characters.");
            }
            domains.add(text);
        }
        return domains;
    }

    private static CallRefused invalid(String detail) {
        return new CallRefused(ErrorCode.REQUEST_INVALID, detail);
    }
}
