package io.weir.correlator.ocsf;

import io.weir.engine.audit.RecordOrigin;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.Signal;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.event.ToolCallScanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Maps decisions to OCSF 1.8.0 API Activity (class 6003). The mapping is a pure function: the same decision gives the
 * same event, with the same {@code metadata.uid}. Thread-safe.
 */
public final class OcsfApiActivity {

    private static final Set<String> HTTP_METHODS =
            Set.of("CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE");

    private final OcsfMetadata metadata;

    /** A mapper that names itself with the given version of the product. */
    public OcsfApiActivity(String productVersion) {
        this.metadata = new OcsfMetadata(productVersion);
    }

    /** The decision of a scanned call. */
    public Map<String, Object> of(ToolCallScanned event, RecordOrigin origin) {
        return of(DecisionMade.of(event), origin);
    }

    /**
     * A decision.
     *
     * @param decision what was decided
     * @param origin the record that holds it
     * @return attributes in a fixed order, at most 256 KiB as JSON
     */
    public Map<String, Object> of(DecisionMade decision, RecordOrigin origin) {
        Attributes event = new Attributes();
        addClass(event, decision);
        addOutcome(event, decision.outcome());
        addWho(event, decision);
        Map<String, Object> trace = OcsfTrace.of(decision.traceparent(), decision.timeMillis(), operation(decision));
        event.with("trace", trace)
                .with("metadata", metadata(decision, origin, !trace.isEmpty()))
                .with("unmapped", unmapped(decision));
        return EventBounds.apply(event.toMap());
    }

    private static void addClass(Attributes event, DecisionMade decision) {
        ApiActivity activity = ApiActivity.of(decision.call());
        event.with("class_uid", 6003)
                .with("class_name", "API Activity")
                .with("category_uid", 6)
                .with("category_name", "Application Activity")
                .with("activity_id", activity.id())
                .with("activity_name", activity.caption())
                .with("type_uid", activity.typeUid())
                .with("type_name", activity.typeName())
                .with("time", decision.timeMillis());
        OcsfRisk.addSeverity(event, OcsfRisk.severityOf(decision.outcome().riskBand()));
        event.with("message", message(decision));
    }

    private static void addOutcome(Attributes event, DecisionRecord outcome) {
        SecurityControl control = SecurityControl.of(outcome.decision(), outcome.reasonCodes());
        event.withEnum("status", control.forwarded() ? 1 : 2, control.forwarded() ? "Success" : "Failure")
                .with("status_code", outcome.decision().name())
                .with("status_detail", reasons(outcome));
        control.addTo(event);
        Map<String, Object> policy = policy(outcome, control);
        event.with("policy", policy)
                .with(
                        "authorizations",
                        List.of(Map.of("decision", outcome.decision().name())));
        OcsfRisk.addBand(event, outcome.riskBand(), outcome.riskScore());
    }

    private static void addWho(Attributes event, DecisionMade decision) {
        ToolCall call = decision.call();
        Principal principal = decision.principal();
        Map<String, Object> destination = OcsfEndpoint.of(call);
        List<Map<String, Object>> resources =
                List.of(OcsfResource.called(call.tool(), decision.outcome().dataClasses()));
        event.with("attacks", AttackTechniques.of(call, decision.outcome().links()))
                .with("actor", OcsfActor.actor(principal))
                .with("api", api(decision))
                .with("src_endpoint", OcsfActor.endpoint(principal))
                .with("dst_endpoint", destination)
                .with("http_request", httpRequest(call))
                .with("resources", resources)
                .with("message_context", messageContext(decision))
                .with("observables", Observables.of(destination, resources));
    }

    private static String message(DecisionMade decision) {
        return decision.outcome().decision() + ": " + OcsfActor.name(decision.principal()) + " called "
                + operation(decision)
                + OcsfEndpoint.widest(decision.call())
                        .map(destination -> " towards " + destination.label())
                        .orElse("");
    }

    private static String operation(DecisionMade decision) {
        return decision.call().tool() + " " + decision.call().operation();
    }

    private static String reasons(DecisionRecord outcome) {
        return outcome.reasonCodes().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static Map<String, Object> policy(DecisionRecord outcome, SecurityControl control) {
        return new Attributes()
                .with("name", "Weir judgement")
                .with("version", outcome.policyVersion())
                .with("is_applied", control != SecurityControl.ALLOWED)
                .toMap();
    }

    private static Map<String, Object> api(DecisionMade decision) {
        return new Attributes()
                .required("operation", decision.call().operation())
                .with(
                        "service",
                        new Attributes()
                                .required("name", decision.call().tool())
                                .toMap())
                .with(
                        "request",
                        new Attributes().required("uid", decision.traceId()).toMap())
                .toMap();
    }

    private static Map<String, Object> httpRequest(ToolCall call) {
        if (!HTTP_METHODS.contains(call.method())) {
            return Map.of();
        }
        return new Attributes()
                .with("http_method", call.method())
                .with("body_length", (int) Math.min(Integer.MAX_VALUE, call.bodyBytes()))
                .toMap();
    }

    private static Map<String, Object> messageContext(DecisionMade decision) {
        Principal principal = decision.principal();
        return new Attributes()
                .with("uid", principal.sessionId())
                .withEnum("ai_role", 4, "Agent")
                .with(
                        "application",
                        new Attributes()
                                .required("uid", principal.agentId())
                                .with("name", OcsfActor.name(principal))
                                .toMap())
                .toMap();
    }

    private Map<String, Object> metadata(DecisionMade decision, RecordOrigin origin, boolean traced) {
        List<String> profiles =
                new ArrayList<>(List.of(SecurityControl.PROFILE, "ai_operation", "data_classification"));
        if (traced) {
            profiles.add(OcsfTrace.PROFILE);
        }
        String uid = RecordUid.of("6003", decision.principal().tenant(), decision.eventId());
        String eventCode = decision.outcome().decision().name();
        return metadata.of(uid, eventCode, decision.principal(), origin, profiles);
    }

    private static Map<String, Object> unmapped(DecisionMade decision) {
        DecisionRecord outcome = decision.outcome();
        return OcsfActor.unmapped(decision.principal())
                .with("event_id", decision.eventId())
                .with("trace_id", decision.traceId())
                .with("verb", decision.call().verb().name())
                .with("approval_id", outcome.approvalId())
                .with("destinations", OcsfEndpoint.all(decision.call()))
                .with(
                        "signals",
                        outcome.signals().stream().map(OcsfApiActivity::signal).toList())
                .with("links", LinkSummary.all(outcome.links()))
                .toMap();
    }

    private static Map<String, Object> signal(Signal signal) {
        return new Attributes()
                .with("engine", signal.engine())
                .with("score", signal.score())
                .with("details", signal.details())
                .toMap();
    }
}
