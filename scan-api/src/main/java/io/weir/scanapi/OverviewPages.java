package io.weir.scanapi;

import io.javalin.http.Context;
import io.weir.engine.incident.Incident;
import io.weir.platform.health.Readiness;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.approval.ApprovalDesk;
import io.weir.scanapi.console.AgentsPage;
import io.weir.scanapi.console.Overview;
import io.weir.scanapi.console.OverviewPage;
import io.weir.scanapi.console.Visitor;
import io.weir.scanapi.http.Form;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.http.Route;
import io.weir.scanapi.posture.PostureDesk;
import io.weir.scanapi.session.Identifier;
import io.weir.schemas.word.AgentStep;
import io.weir.schemas.word.ApprovalState;
import io.weir.schemas.word.IncidentState;
import io.weir.schemas.word.Scope;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** The pages by which people see what asks for them, and handle agents. */
final class OverviewPages {

    private static final int LISTED_MAX = 1_000;
    private static final int AGENTS_SHOWN_MAX = 200;
    private static final long SCRUTINY_MILLIS = 86_400_000;

    private final ApprovalDesk approvals;
    private final CaseDesks cases;
    private final PostureDesk posture;
    private final Readiness readiness;
    private final InstantSource time;

    OverviewPages(
            ApprovalDesk approvals, CaseDesks cases, PostureDesk posture, Readiness readiness, InstantSource time) {
        this.approvals = approvals;
        this.cases = cases;
        this.posture = posture;
        this.readiness = readiness;
        this.time = time;
    }

    List<Route> routes(ConsoleDoor door) {
        return List.of(
                door.page("/console/overview", this::overview),
                door.page("/console/agents", this::agents),
                door.form("/console/agents", Scope.RESPOND, this::rule));
    }

    private String overview(Context context, Visitor visitor) {
        Caller caller = visitor.caller();
        List<Incident> alive = Stream.of(IncidentState.OPEN, IncidentState.INVESTIGATING)
                .flatMap(state -> cases.incidents().list(caller, state, LISTED_MAX).stream())
                .toList();
        Overview overview = new Overview(
                approvals.list(caller, ApprovalState.PENDING, LISTED_MAX),
                alive,
                cases.agents().list(caller.tenant(), LISTED_MAX),
                posture.of(caller),
                readiness.report());
        return OverviewPage.of(visitor, overview, time.millis());
    }

    private String agents(Context context, Visitor visitor) {
        return AgentsPage.of(visitor, cases.agents().list(visitor.caller().tenant(), AGENTS_SHOWN_MAX));
    }

    private String rule(Context context, Visitor visitor, Form form) {
        String agentId = form.field("agent");
        if (!Identifier.isValid(agentId)) {
            throw Refusal.ofMembers(List.of("field agent: must not be blank and must hold no control characters"));
        }
        AgentStep step = switch (form.field("step")) {
            case "suspend" -> AgentStep.SUSPENDED;
            case "reactivate" -> AgentStep.REACTIVATED;
            case "scrutinize" -> AgentStep.SCRUTINIZED;
            case "reset" -> AgentStep.RESET;
            default -> throw Refusal.ofMembers(List.of("field step: must be suspend, reactivate, scrutinize or reset"));
        };
        cases.agents().rule(visitor.caller(), agentId, step, SCRUTINY_MILLIS, null);
        return "/console/agents";
    }
}
