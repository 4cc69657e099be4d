package io.weir.edge.hook;

import io.weir.platform.json.Json;
import io.weir.platform.json.JsonRejected;
import io.weir.platform.json.StrictJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * GitHub Copilot (command line and cloud agent): events {@code preToolUse}, {@code postToolUse} and
 * {@code postToolUseFailure}, told apart by the result and the error that only the others have (GitHub documentation,
 * hooks reference). Versions that do not know
 * {@code modifiedArgs} would run a tool unredacted, so it is only used where the operator says always.
 */
final class CopilotHost implements HookHost {

    private static final String RESULT = "toolResult";
    private static final String ERROR = "error";
    private static final int ARGUMENTS_LENGTH_MAX = 4 << 20;

    @Override
    public HookEvent event(Map<?, ?> input) {
        boolean failed = input.containsKey(ERROR) && !input.containsKey(RESULT);
        return new HookEvent(
                failed || input.containsKey(RESULT),
                failed,
                HookHost.required(input, "toolName"),
                arguments(input.get("toolArgs")),
                input.get(failed ? ERROR : RESULT),
                HookHost.text(input, "sessionId"),
                HookHost.text(input, "toolCallId"),
                null);
    }

    /** The command line hands arguments over as a text that holds JSON. */
    private static @Nullable Object arguments(@Nullable Object arguments) {
        if (!(arguments instanceof String text)) {
            return arguments;
        }
        try {
            return new StrictJson(ARGUMENTS_LENGTH_MAX).read(text);
        } catch (JsonRejected e) {
            return text;
        }
    }

    @Override
    public boolean canAsk() {
        return false;
    }

    @Override
    public boolean canRewrite() {
        return true;
    }

    @Override
    public HookReply before(HookRuling ruling) {
        return switch (ruling.verdict()) {
            case PASS -> noticed(ruling.reason(), 0);
            case BLOCK, ASK -> permission("deny", ruling.reason(), null);
            case REWRITE -> permission("allow", ruling.reason(), ruling.input());
        };
    }

    private static HookReply noticed(String reason, int exitCode) {
        return reason.isEmpty() ? HookReply.SILENT : new HookReply("", reason + "\n", exitCode);
    }

    private static HookReply permission(String decision, String reason, @Nullable Object input) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("permissionDecision", decision);
        answer.put("permissionDecisionReason", reason);
        if (input != null) {
            answer.put("modifiedArgs", input);
        }
        return HookReply.said(Json.text(answer));
    }

    @Override
    public HookReply after(ResultRuling ruling) {
        if (ruling.output() != null) {
            // Read where the hook succeeds only; so no agent is stopped here, whatever the ruling says.
            return HookReply.said(Json.text(Map.of("modifiedResult", ruling.output())));
        }
        // The host has no way to stop an agent here; it shows what a failed hook says.
        return noticed(ruling.reason(), ruling.verdict() == ResultRuling.Verdict.SHOW ? 0 : HookReply.BLOCKED);
    }
}
