package io.weir.scanapi;

import io.javalin.http.Context;
import io.weir.engine.approval.Approval;
import io.weir.scanapi.approval.ApprovalAnswers;
import io.weir.scanapi.http.Answers;
import io.weir.scanapi.http.RequestBody;
import io.weir.scanapi.remote.RemoteConfig;
import io.weir.scanapi.remote.RemoteDecision;
import io.weir.scanapi.remote.SignedPosts;
import io.weir.scanapi.remote.SlackButtons;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The routes by which other systems pass on what people have decided. Each request is signed; no key opens them. */
final class RemoteRoutes {

    private final RequestBody body;
    private final ApprovalSteps steps;
    private final SignedPosts posts;
    private final SlackButtons buttons;
    private final InstantSource time;

    RemoteRoutes(RemoteConfig config, RequestBody body, ApprovalSteps steps, InstantSource time) {
        this.body = body;
        this.steps = steps;
        this.posts = new SignedPosts(config, time);
        this.buttons = new SlackButtons(config, time);
        this.time = time;
    }

    /** Takes the signed decision of a system. */
    void decide(Context context) {
        byte[] sent = body.readBytes(context);
        answer(context, RemoteDecision.read(posts.require(context::header, sent), body.parse(sent)));
    }

    /** Takes the press of a button in Slack. */
    void press(Context context) {
        byte[] sent = body.readFormBytes(context);
        answer(context, buttons.require(context::header, sent, this::parse));
    }

    private void answer(Context context, RemoteDecision decision) {
        Approval approval =
                steps.take(decision.caller(), decision.approvalId(), decision.step(), decision.note(), null);
        Answers.json(context, ApprovalAnswers.status(approval, time.millis()));
    }

    private @Nullable Object parse(String json) {
        return body.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
