package io.weir.scanapi.remote;

import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.Form;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.http.RequestHeaders;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.ApprovalStep;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells who has pressed which button in Slack. Safe to share between threads. */
public final class SlackButtons {

    private final RemoteConfig config;
    private final SlackSignature signature;

    /** Buttons of the app that these settings name. */
    public SlackButtons(RemoteConfig config, InstantSource time) {
        this.config = config;
        this.signature = new SlackSignature(config.slackSecret(), time);
    }

    /**
     * The decision of a button that was pressed.
     *
     * @param body the form as Slack has posted it
     * @param parser reads JSON
     * @throws Refusal {@code SIGNATURE_INVALID}, {@code SCOPE_MISSING} if the person may not decide, or
     *     {@code REQUEST_INVALID} if it is no button of ours
     */
    public RemoteDecision require(RequestHeaders headers, byte[] body, Function<String, @Nullable Object> parser) {
        signature.require(headers, body);
        Object payload = parser.apply(Form.of(body).field("payload"));
        Map<?, ?> action = first(member(payload, "actions"));
        String userId = String.valueOf(member(member(payload, "user"), "id"));
        String name = config.slackPeople().get(userId);
        if (name == null) {
            throw Refusal.of(ErrorCode.SCOPE_MISSING, "The person is none of those in remote_approvals.slack_people.");
        }
        ApprovalStep step = RemoteDecision.button(String.valueOf(action.get("action_id")));
        if (step == null || !(action.get("value") instanceof String approvalId)) {
            throw Refusal.ofMembers(List.of("payload actions: must be a button of a held call"));
        }
        Caller caller = SigningSystem.deciding(config.slackTenant(), "slack " + userId, name);
        return new RemoteDecision(caller, approvalId, step, "decided in Slack");
    }

    private static @Nullable Object member(@Nullable Object value, String name) {
        return value instanceof Map<?, ?> object ? object.get(name) : null;
    }

    private static Map<?, ?> first(@Nullable Object value) {
        return value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?> object
                ? object
                : Map.of();
    }
}
