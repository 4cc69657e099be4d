package io.weir.scanapi.agent;

/**
 * A tenant and an environment that an agent works in.
 *
 * @param tenant owner of the data
 * @param environment of its calls; the empty text for any
 */
public record AgentHome(String tenant, String environment) {

    /** Whether the agent works there. */
    boolean covers(String otherTenant, String otherEnvironment) {
        return tenant.equals(otherTenant) && (environment.isEmpty() || environment.equals(otherEnvironment));
    }
}
