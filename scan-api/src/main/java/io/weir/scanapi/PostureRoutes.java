package io.weir.scanapi;

import io.javalin.http.Context;
import io.weir.scanapi.access.Access;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.Answers;
import io.weir.scanapi.http.RequestBody;
import io.weir.scanapi.posture.PostureDesk;
import io.weir.scanapi.request.PostureRequest;
import io.weir.schemas.word.AgentStep;
import io.weir.schemas.word.Scope;

/**
 * The routes that say how well keys, agents and policies are kept, and by which people say what is to become of
 * findings.
 */
final class PostureRoutes {

    private final Access access;
    private final RequestBody body;
    private final PostureDesk desk;

    PostureRoutes(Access access, RequestBody body, PostureDesk desk) {
        this.access = access;
        this.body = body;
        this.desk = desk;
    }

    void posture(Context context) {
        Answers.json(context, desk.of(access.require(context, Scope.READ)));
    }

    void acknowledge(Context context) {
        say(context, AgentStep.FINDING_ACKNOWLEDGED);
    }

    void resolve(Context context) {
        say(context, AgentStep.FINDING_RESOLVED);
    }

    void accept(Context context) {
        say(context, AgentStep.FINDING_ACCEPTED);
    }

    void reopen(Context context) {
        say(context, AgentStep.FINDING_REOPENED);
    }

    private void say(Context context, AgentStep step) {
        Caller caller = access.require(context, Scope.RESPOND);
        PostureRequest request = PostureRequest.read(body.read(context));
        desk.say(caller, step, request.finding(), request.note());
        Answers.json(context, desk.of(caller));
    }
}
