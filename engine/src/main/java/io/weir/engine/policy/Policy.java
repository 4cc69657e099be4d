package io.weir.engine.policy;

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
 * @param complianceTags controls that it serves, {@code FRAMEWORK:CONTROL}
 * @param precedence which of its matching rules counts
 * @param rules in the order of the file
 */
public record Policy(
        String name,
        String description,
        String file,
        Set<String> environments,
        List<String> complianceTags,
        Precedence precedence,
        List<PolicyRule> rules) {

    /** Copies the collections. */
    public Policy {
        environments = Set.copyOf(environments);
        complianceTags = List.copyOf(complianceTags);
        rules = List.copyOf(rules);
    }

    /** Stable id: a name-based UUID (RFC 9562, version 3) of environments and name. */
    public String id() {
        String identity = "weir-policy|" + String.join(",", new TreeSet<>(environments)) + "|" + name;
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Whether it holds in an environment. */
    boolean holdsIn(String environment) {
        return environments.isEmpty() || environments.contains(environment);
    }
}
