package io.weir.scanapi;

import io.javalin.http.Context;
import io.weir.engine.incident.Incident;
import io.weir.scanapi.access.Access;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.Answers;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.http.RequestBody;
import io.weir.scanapi.incident.EvidenceDesk;
import io.weir.scanapi.incident.IncidentAnswers;
import io.weir.scanapi.incident.IncidentDesk;
import io.weir.scanapi.incident.Responder;
import io.weir.scanapi.key.Keys;
import io.weir.scanapi.request.IncidentRequest;
import io.weir.schemas.api.KeyAnswer;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.IncidentState;
import io.weir.schemas.word.IncidentStep;
import io.weir.schemas.word.ResponseAction;
import io.weir.schemas.word.Scope;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routes by which people handle incidents. */
final class IncidentRoutes {

    private static final int LISTED_MAX = 1_000;

    private final Access access;
    private final RequestBody body;
    private final IncidentDesk desk;
    private final Responder responder;
    private final EvidenceDesk evidence;
    private final Keys keys;

    IncidentRoutes(Access access, RequestBody body, CaseDesks cases, Keys keys) {
        this.access = access;
        this.body = body;
        this.desk = cases.incidents();
        this.responder = cases.responder();
        this.evidence = cases.evidence();
        this.keys = keys;
    }

    void list(Context context) {
        Caller caller = access.require(context, Scope.READ);
        Answers.json(context, IncidentAnswers.list(desk.list(caller, state(context.queryParam("state")), LISTED_MAX)));
    }

    void one(Context context) {
        Caller caller = access.require(context, Scope.READ);
        answer(context, desk.get(caller, id(context)));
    }

    /** What it rests on, read anew from the topics. */
    void evidence(Context context) {
        Caller caller = access.require(context, Scope.READ);
        Answers.json(context, evidence.of(desk.get(caller, id(context))));
    }

    void open(Context context) {
        Caller caller = access.require(context, Scope.RESPOND);
        IncidentRequest.Opened request = IncidentRequest.opened(body.read(context));
        answer(context, desk.open(caller, request.opening(), request.note()));
    }

    void transition(Context context) {
        Caller caller = access.require(context, Scope.RESPOND);
        IncidentRequest.Moved request = IncidentRequest.moved(body.read(context));
        answer(context, desk.step(caller, id(context), request.step(), request.note(), request.resolution()));
    }

    void note(Context context) {
        Caller caller = access.require(context, Scope.RESPOND);
        String note = IncidentRequest.note(body.read(context));
        answer(context, desk.step(caller, id(context), IncidentStep.NOTED, note, null));
    }

    /** Does something about the agent or the session of an incident, and writes it down there. */
    void act(Context context) {
        Caller caller = access.require(context, Scope.RESPOND);
        ResponseAction action = IncidentRequest.action(body.read(context));
        Incident incident = desk.get(caller, id(context));
        if (action == ResponseAction.ROTATE_KEYS) {
            rotate(context, incident);
            return;
        }
        answer(context, responder.respond(caller, incident, action, null));
    }

    /** Takes one more scope: whoever makes keys could let an agent in. */
    private void rotate(Context context, Incident incident) {
        Caller caller = access.require(context, Scope.KEYS);
        String agentId = incident.opening().agentId();
        List<KeyAnswer> rotated = agentId == null ? List.of() : keys.rotateAll(caller, agentId);
        if (rotated.isEmpty()) {
            throw Refusal.of(ErrorCode.INCIDENT_STATE, "The incident names no agent that a valid key is made for.");
        }
        Incident after = desk.acted(caller.name(), incident, ResponseAction.ROTATE_KEYS, null);
        Answers.json(context, IncidentAnswers.of(after, rotated));
    }

    private static void answer(Context context, Incident incident) {
        Answers.json(context, IncidentAnswers.of(incident));
    }

    private static String id(Context context) {
        return context.pathParam("incident_id");
    }

    private static @Nullable IncidentState state(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(IncidentState.values())
                .filter(state -> state.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Refusal.ofMembers(List.of("query state: must be open, investigating or closed")));
    }
}
