package io.weir.correlator.ocsf;

import io.weir.schemas.event.Principal;
import java.util.Map;
import java.util.Objects;

/** The acting agent as OCSF {@code actor} and {@code src_endpoint}. OCSF 1.8.0 has no object for an AI agent. */
final class OcsfActor {

    private OcsfActor() {}

    static Map<String, Object> actor(Principal principal) {
        return new Attributes()
                .required("app_uid", principal.agentId())
                .with("app_name", name(principal))
                .with("session", Map.of("uid", principal.sessionId()))
                .toMap();
    }

    static Map<String, Object> endpoint(Principal principal) {
        return new Attributes()
                .required("uid", principal.agentId())
                .with("svc_name", name(principal))
                .toMap();
    }

    /** What people call the agent: its label, or its id. */
    static String name(Principal principal) {
        return Objects.requireNonNullElse(principal.agentName(), principal.agentId());
    }

    /** What OCSF has no attribute for. */
    static Attributes unmapped(Principal principal) {
        return new Attributes()
                .with("environment", principal.environment())
                .with("runtime_type", principal.runtimeType())
                .with("session_provenance", principal.sessionProvenance().name())
                .with("task_id", principal.taskId());
    }
}
