package io.weir.edge.mcp.registered;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.edge.mcp.pin.PinRules;
import io.weir.edge.mcp.pin.ToolWarning;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A server that a tenant has registered.
 *
 * @param id the same for the same tenant and address, on every edge; pins and policies know the server by it
 * @param tenant whose it is
 * @param urlOrPath where it is: a URL, or one of the operator's command lines
 * @param transport how it is reached
 * @param declaredDomains what it is said to be for; kept, and not looked at
 * @param trustMode how far its tools are trusted
 * @param driftPolicy warnings that take a tool out of use (deny) or do not (allow), whatever the mode says
 */
public record RegisteredServer(
        @JsonProperty("id") String id,
        @JsonProperty("tenant") String tenant,
        @JsonProperty("url_or_path") String urlOrPath,
        @JsonProperty("transport") Transport transport,
        @JsonProperty("declared_domains") List<String> declaredDomains,
        @JsonProperty("trust_mode") TrustMode trustMode,
        @JsonProperty("drift_policy") Map<String, String> driftPolicy) {

    static final String ALLOW = "allow";
    static final String DENY = "deny";

    /** Copies the collections. */
    public RegisteredServer {
        declaredDomains = List.copyOf(declaredDomains);
        driftPolicy = Map.copyOf(driftPolicy);
    }

    /** The id of a server. */
    static String id(String tenant, String urlOrPath) {
        return UUID.nameUUIDFromBytes((tenant + "\n" + urlOrPath).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The rules for its pins at an edge with these. */
    public PinRules rules(PinRules edge) {
        Set<ToolWarning> blocking = EnumSet.noneOf(ToolWarning.class);
        blocking.addAll(edge.blocking());
        blocking.addAll(trustMode.blocking());
        for (ToolWarning warning : ToolWarning.values()) {
            String wanted = driftPolicy.get(warning.word());
            if (DENY.equals(wanted)) {
                blocking.add(warning);
            } else if (ALLOW.equals(wanted)) {
                blocking.remove(warning);
            }
        }
        return new PinRules(blocking);
    }

    /** The same server as a caller without power over policies wants it now: nothing becomes looser by that. */
    RegisteredServer tightenedBy(RegisteredServer wanted) {
        Map<String, String> both = new TreeMap<>(driftPolicy);
        wanted.driftPolicy().forEach((warning, action) -> {
            if (action.equals(DENY)) {
                both.put(warning, DENY);
            }
        });
        return new RegisteredServer(
                id,
                tenant,
                urlOrPath,
                wanted.transport(),
                wanted.declaredDomains(),
                trustMode.or(wanted.trustMode()),
                both);
    }

    /** The same without what would loosen the edge's own rules. */
    RegisteredServer withoutLoosening() {
        Map<String, String> denied = new TreeMap<>(driftPolicy);
        denied.values().removeIf(ALLOW::equals);
        return new RegisteredServer(id, tenant, urlOrPath, transport, declaredDomains, trustMode, denied);
    }
}
