package io.weir.scanapi;

import io.javalin.http.HandlerType;
import io.weir.scanapi.http.Admission;
import io.weir.scanapi.http.Route;
import java.util.List;

/** All operations of the API. The OpenAPI document lists the same, a test sees to it. */
final class Routes {

    private Routes() {}

    static List<Route> of(
            ScanRoutes scan,
            KeyRoutes keys,
            ApprovalRoutes approval,
            RemoteRoutes remote,
            PolicyRoutes policy,
            AgentRoutes agent,
            IncidentRoutes incident,
            PostureRoutes posture,
            ExportRoutes export,
            OperationRoutes operation,
            Admission admission) {
        return List.of(
                new Route(HandlerType.POST, "/v1/scan", admission.guard(scan::scanCall)),
                new Route(HandlerType.POST, "/v1/scan/response", admission.guard(scan::scanResponse)),
                new Route(HandlerType.POST, "/v1/scan/batch", admission.guard(scan::scanBatch)),
                new Route(HandlerType.POST, "/v1/a2a/scan", admission.guard(scan::scanMessage)),
                new Route(HandlerType.GET, "/v1/approvals", approval::list),
                new Route(HandlerType.POST, "/v1/approvals/approve", admission.guard(approval::approveAll)),
                new Route(HandlerType.POST, "/v1/approvals/deny", admission.guard(approval::denyAll)),
                new Route(HandlerType.POST, "/v1/approvals/confirm", admission.guard(approval::confirm)),
                new Route(HandlerType.POST, "/v1/approvals/decisions", admission.guard(remote::decide)),
                new Route(HandlerType.POST, "/v1/slack/interactions", admission.guard(remote::press)),
                new Route(HandlerType.GET, "/v1/approvals/{approval_id}", approval::one),
                new Route(HandlerType.GET, "/v1/approvals/{approval_id}/status", approval::status),
                new Route(HandlerType.POST, "/v1/approvals/{approval_id}/approve", admission.guard(approval::approve)),
                new Route(HandlerType.POST, "/v1/approvals/{approval_id}/deny", admission.guard(approval::deny)),
                new Route(HandlerType.POST, "/v1/approvals/{approval_id}/defer", admission.guard(approval::defer)),
                new Route(HandlerType.POST, "/v1/approvals/{approval_id}/notes", admission.guard(approval::note)),
                new Route(HandlerType.GET, "/v1/keys", keys::list),
                new Route(HandlerType.POST, "/v1/keys", admission.guard(keys::mint)),
                new Route(HandlerType.POST, "/v1/keys/ephemeral", admission.guard(keys::mintEphemeral)),
                new Route(HandlerType.DELETE, "/v1/keys/{key_id}", admission.guard(keys::revoke)),
                new Route(HandlerType.POST, "/v1/keys/{key_id}/rotate", admission.guard(keys::rotate)),
                new Route(HandlerType.GET, "/v1/usage", keys::usage),
                new Route(HandlerType.GET, "/v1/whoami", keys::whoAmI),
                new Route(HandlerType.POST, "/invoke", admission.guard(scan::invoke)),
                new Route(HandlerType.GET, "/v1/policies", admission.guard(policy::list)),
                new Route(HandlerType.POST, "/v1/policies/apply", admission.guard(policy::apply)),
                new Route(HandlerType.POST, "/v1/policies/rollback", admission.guard(policy::rollback)),
                new Route(HandlerType.POST, "/v1/policies/promote", admission.guard(policy::promote)),
                new Route(HandlerType.GET, "/v1/policies/by-name/{name}", admission.guard(policy::byName)),
                new Route(HandlerType.GET, "/v1/policies/history/{name}", admission.guard(policy::history)),
                new Route(HandlerType.GET, "/api/compliance/frameworks", policy::frameworks),
                new Route(HandlerType.GET, "/api/compliance/coverage", admission.guard(policy::coverage)),
                new Route(HandlerType.GET, "/v1/agents", agent::list),
                new Route(HandlerType.GET, "/v1/agents/{agent_id}", agent::one),
                new Route(HandlerType.POST, "/v1/agents/{agent_id}/suspend", admission.guard(agent::suspend)),
                new Route(HandlerType.POST, "/v1/agents/{agent_id}/reactivate", admission.guard(agent::reactivate)),
                new Route(HandlerType.POST, "/v1/agents/{agent_id}/trust/reset", admission.guard(agent::reset)),
                new Route(HandlerType.POST, "/v1/agents/{agent_id}/scrutiny", admission.guard(agent::scrutinize)),
                new Route(HandlerType.POST, "/v1/sessions/{session_id}/hold", admission.guard(agent::hold)),
                new Route(HandlerType.POST, "/v1/sessions/{session_id}/release", admission.guard(agent::release)),
                new Route(HandlerType.GET, "/v1/incidents", incident::list),
                new Route(HandlerType.POST, "/v1/incidents", admission.guard(incident::open)),
                new Route(HandlerType.GET, "/v1/incidents/{incident_id}", incident::one),
                new Route(HandlerType.GET, "/v1/incidents/{incident_id}/evidence", admission.guard(incident::evidence)),
                new Route(
                        HandlerType.POST,
                        "/v1/incidents/{incident_id}/transition",
                        admission.guard(incident::transition)),
                new Route(HandlerType.POST, "/v1/incidents/{incident_id}/notes", admission.guard(incident::note)),
                new Route(HandlerType.POST, "/v1/incidents/{incident_id}/actions", admission.guard(incident::act)),
                new Route(HandlerType.GET, "/v1/posture", admission.guard(posture::posture)),
                new Route(HandlerType.POST, "/v1/posture/acknowledge", admission.guard(posture::acknowledge)),
                new Route(HandlerType.POST, "/v1/posture/resolve", admission.guard(posture::resolve)),
                new Route(HandlerType.POST, "/v1/posture/accept", admission.guard(posture::accept)),
                new Route(HandlerType.POST, "/v1/posture/reopen", admission.guard(posture::reopen)),
                new Route(HandlerType.GET, "/v1/decisions/export", export::decisions),
                new Route(HandlerType.GET, "/health", operation::health),
                new Route(HandlerType.GET, "/debug/build", operation::build),
                new Route(HandlerType.GET, "/healthz", operation::health),
                new Route(HandlerType.GET, "/readyz", operation::ready),
                new Route(HandlerType.GET, "/metrics", operation::metrics),
                new Route(HandlerType.GET, "/openapi.json", operation::openApi));
    }
}
