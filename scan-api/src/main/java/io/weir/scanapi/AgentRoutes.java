package io.weir.scanapi;

import io.javalin.http.Context;
import io.weir.scanapi.access.Access;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.agent.AgentAnswers;
import io.weir.scanapi.agent.AgentDesk;
import io.weir.scanapi.http.Answers;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.http.RequestBody;
import io.weir.scanapi.request.AgentRequest;
import io.weir.scanapi.session.Identifier;
import io.weir.schemas.api.AgentList;
import io.weir.schemas.event.AgentRuled;
import io.weir.schemas.word.AgentStep;
import io.weir.schemas.word.Scope;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The routes by which people look at agents and restrain them. */
final class AgentRoutes {

    private static final int LISTED_MAX = 1_000;

    private final Access access;
    private final RequestBody body;
    private final AgentDesk desk;
    private final InstantSource time;

    AgentRoutes(Access access, RequestBody body, AgentDesk desk, InstantSource time) {
        this.access = access;
        this.body = body;
        this.desk = desk;
        this.time = time;
    }

    void list(Context context) {
        Caller caller = access.require(context, Scope.READ);
        Answers.json(
                context,
                new AgentList(desk.list(caller.tenant(), LISTED_MAX).stream()
                        .map(AgentAnswers::of)
                        .toList()));
    }

    void one(Context context) {
        Caller caller = access.require(context, Scope.READ);
        Answers.json(context, AgentAnswers.of(desk.standing(caller.tenant(), id(context, "agent_id"))));
    }

    void suspend(Context context) {
        ofAgent(context, AgentStep.SUSPENDED);
    }

    void reactivate(Context context) {
        ofAgent(context, AgentStep.REACTIVATED);
    }

    void reset(Context context) {
        ofAgent(context, AgentStep.RESET);
    }

    void scrutinize(Context context) {
        ofAgent(context, AgentStep.SCRUTINIZED);
    }

    void hold(Context context) {
        ofSession(context, AgentStep.SESSION_HELD);
    }

    void release(Context context) {
        ofSession(context, AgentStep.SESSION_RELEASED);
    }

    private void ofAgent(Context context, AgentStep step) {
        Caller caller = access.require(context, Scope.RESPOND);
        AgentRequest request = read(context);
        String agentId = id(context, "agent_id");
        desk.rule(caller, agentId, step, request.seconds() * 1_000L, request.note());
        Answers.json(context, AgentAnswers.of(desk.standing(caller.tenant(), agentId)));
    }

    private void ofSession(Context context, AgentStep step) {
        Caller caller = access.require(context, Scope.RESPOND);
        AgentRequest request = read(context);
        String sessionId = id(context, "session_id");
        desk.rule(new AgentRuled(
                desk.newId(),
                caller.tenant(),
                "",
                sessionId,
                step,
                time.millis(),
                caller.name(),
                null,
                request.note()));
        Answers.json(context, Map.of("held", step == AgentStep.SESSION_HELD));
    }

    private AgentRequest read(Context context) {
        @Nullable Object sent = context.req().getContentLengthLong() == 0 ? null : body.read(context);
        return AgentRequest.read(sent);
    }

    private static String id(Context context, String name) {
        String id = context.pathParam(name);
        if (!Identifier.isValid(id)) {
            throw Refusal.ofMembers(
                    List.of("path " + name + ": must not be blank and must hold no control characters"));
        }
        return id;
    }
}
