package io.weir.scanapi;

import io.javalin.http.Context;
import io.weir.engine.incident.Incident;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.console.IncidentPage;
import io.weir.scanapi.console.IncidentsPage;
import io.weir.scanapi.console.Visitor;
import io.weir.scanapi.http.Form;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.http.Route;
import io.weir.scanapi.http.Word;
import io.weir.scanapi.incident.EvidenceDesk;
import io.weir.scanapi.incident.IncidentDesk;
import io.weir.scanapi.incident.Responder;
import io.weir.schemas.word.IncidentState;
import io.weir.schemas.word.IncidentStep;
import io.weir.schemas.word.Resolution;
import io.weir.schemas.word.ResponseAction;
import io.weir.schemas.word.Scope;
import java.util.List;
import java.util.Objects;

/** The pages by which people look into incidents and handle them in a browser. */
final class IncidentPages {

    private static final int LISTED_MAX = 200;

    private final IncidentDesk desk;
    private final Responder responder;
    private final EvidenceDesk evidence;

    IncidentPages(CaseDesks cases) {
        this.desk = cases.incidents();
        this.responder = cases.responder();
        this.evidence = cases.evidence();
    }

    List<Route> routes(ConsoleDoor door) {
        return List.of(
                door.page("/console/incidents", this::list),
                door.page("/console/incidents/{incident_id}", this::one),
                door.form("/console/incidents/{incident_id}", Scope.RESPOND, this::step));
    }

    private String list(Context context, Visitor visitor) {
        IncidentState state = Objects.requireNonNullElse(
                Word.of(IncidentState.class, context.queryParam("state")), IncidentState.OPEN);
        return IncidentsPage.of(visitor, state, desk.list(visitor.caller(), state, LISTED_MAX));
    }

    private String one(Context context, Visitor visitor) {
        Incident incident = desk.get(visitor.caller(), id(context));
        return IncidentPage.of(visitor, incident, evidence.of(incident));
    }

    private String step(Context context, Visitor visitor, Form form) {
        Incident incident = desk.get(visitor.caller(), id(context));
        Caller caller = visitor.caller();
        String id = incident.incidentId();
        switch (form.field("step")) {
            case "investigate" -> desk.step(caller, id, IncidentStep.TAKEN_UP, form.note(false), null);
            case "note" -> desk.step(caller, id, IncidentStep.NOTED, form.note(true), null);
            case "close" -> desk.step(caller, id, IncidentStep.CLOSED, form.note(false), resolution(form));
            case "reopen" -> desk.step(caller, id, IncidentStep.REOPENED, form.note(false), null);
            case "act" -> responder.respond(caller, incident, action(form), form.note(false));
            default -> throw Refusal.ofMembers(List.of("field step: must be investigate, note, close, reopen or act"));
        }
        return "/console/incidents/" + id;
    }

    private static Resolution resolution(Form form) {
        Resolution resolution = Word.of(Resolution.class, form.field("resolution"));
        if (resolution == null) {
            throw Refusal.ofMembers(List.of("field resolution: must say what the incident turned out to be"));
        }
        return resolution;
    }

    /** Keys are rotated by the command line, which shows the new ones once. */
    private static ResponseAction action(Form form) {
        ResponseAction action = Word.of(ResponseAction.class, form.field("action"));
        if (action == null || action == ResponseAction.ROTATE_KEYS) {
            throw Refusal.ofMembers(List.of("field action: must be one of those on the page"));
        }
        return action;
    }

    private static String id(Context context) {
        return context.pathParam("incident_id");
    }
}
