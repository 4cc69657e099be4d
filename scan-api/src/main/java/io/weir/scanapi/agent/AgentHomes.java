package io.weir.scanapi.agent;

import io.weir.scanapi.http.Refusal;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.event.Principal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Knows in which tenants and environments agents are at home: those whose key names them, and those whose calls this
 * node has judged. Bounded: the agent heard of longest ago goes first. Safe to share between threads.
 */
public final class AgentHomes {

    private static final int AGENTS_MAX = 100_000;
    private static final int HOMES_MAX = 16;

    private final Function<String, Set<AgentHome>> byKeys;
    private final Map<String, Set<AgentHome>> seen = Collections.synchronizedMap(new LinkedHashMap<>());

    /** Homes where these keys name agents; an environment that a key leaves open is the empty text. */
    public AgentHomes(Function<String, Set<AgentHome>> byKeys) {
        this.byKeys = byKeys;
    }

    /** Takes note of who has made a call. */
    public void saw(Principal principal) {
        AgentHome home = new AgentHome(principal.tenant(), principal.environment());
        String agentId = principal.tenant() + "|" + principal.agentId();
        synchronized (seen) {
            Set<AgentHome> homes = seen.computeIfAbsent(agentId, unknown -> new LinkedHashSet<>());
            if (homes.size() < HOMES_MAX) {
                homes.add(home);
            }
            if (seen.size() > AGENTS_MAX) {
                seen.remove(seen.keySet().iterator().next());
            }
        }
    }

    /**
     * Lets a message pass to an agent of the sender's tenant and environment, or to one that nobody has heard of.
     *
     * @throws Refusal {@code AGENT_UNREACHABLE} if the receiver is known, and at home elsewhere only
     */
    public void requireReach(Principal sender, String receiver) {
        Set<AgentHome> homes = new LinkedHashSet<>(byKeys.apply(receiver));
        synchronized (seen) {
            homes.addAll(seen.getOrDefault(sender.tenant() + "|" + receiver, Set.of()));
        }
        boolean reached =
                homes.isEmpty() || homes.stream().anyMatch(home -> home.covers(sender.tenant(), sender.environment()));
        if (!reached) {
            throw Refusal.of(
                    ErrorCode.AGENT_UNREACHABLE, "The receiver is not at home in the sender's tenant and environment.");
        }
    }
}
