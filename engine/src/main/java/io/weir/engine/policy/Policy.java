package io.weir.engine.policy;

import io.weir.schemas.event.Principal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A named set of rules. Immutable and safe to share.
 *
 * @param name unique for its environments
 * @param description for people
 * @param file where it was read
 * @param environments that it holds in; empty for all
 * @param agents that it is for, as names and patterns; empty for all. One for some takes the place of those for all
 * @param complianceTags controls that it serves, {@code FRAMEWORK:CONTROL}
 * @param precedence which of its matching rules counts
 * @param rules in the order of the file
 */
public record Policy(
        String name,
        String description,
        String file,
        Set<String> environments,
        List<Glob> agents,
        List<String> complianceTags,
        Precedence precedence,
        List<PolicyRule> rules) {

    /** Copies the collections. */
    public Policy {
        environments = Set.copyOf(environments);
        agents = List.copyOf(agents);
        complianceTags = List.copyOf(complianceTags);
        rules = List.copyOf(rules);
    }

    /** A policy for all agents in all environments. */
    public static Policy forAll(
            String name, String description, String file, Precedence precedence, List<PolicyRule> rules) {
        return new Policy(name, description, file, Set.of(), List.of(), List.of(), precedence, rules);
    }

    /** Stable id: a name-based UUID (RFC 9562, version 3) of environments and name. */
    public String id() {
        String identity = "weir-policy|" + String.join(",", new TreeSet<>(environments)) + "|" + name;
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Whether it holds in an environment for agents that it does not name. */
    public boolean covers(String environment) {
        return agents.isEmpty() && holdsIn(environment);
    }

    /** Whether it holds for whoever makes a call. */
    boolean holdsFor(Principal principal) {
        return holdsIn(principal.environment()) && (agents.isEmpty() || names(principal.agentId()));
    }

    /** Whether it is for some agents only. */
    boolean isOverride() {
        return !agents.isEmpty();
    }

    private boolean holdsIn(String environment) {
        return environments.isEmpty() || environments.contains(environment);
    }

    // A loop and no stream: every call asks.
    private boolean names(String agentId) {
        for (int i = 0; i < agents.size(); i++) {
            if (agents.get(i).matches(agentId)) {
                return true;
            }
        }
        return false;
    }
}
