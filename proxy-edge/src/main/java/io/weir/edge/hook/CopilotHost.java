package io.weir.edge.hook;

import io.weir.platform.json.Json;
import io.weir.platform.json.JsonRejected;
import io.weir.platform.json.StrictJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * GitHub Copilot (command line and cloud agent): events {@code preToolUse} and {@code postToolUse}, told apart by the
 * result that only the second has (GitHub documentation, hooks reference). Versions that do not know
 * {@code modifiedArgs} would run a tool unredacted, so it is only used where the operator says always.
 */
final class CopilotHost implements HookHost {

    private static final int ARGUMENTS_LENGTH_MAX = 4 << 20;

    @Override
    public HookEvent event(Map<?, ?> input) {
        return new HookEvent(
                input.containsKey("toolResult"),
                HookHost.required(input, "toolName"),
                arguments(input.get("toolArgs")),
                input.get("toolResult"),
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
            case PASS -> passed(ruling);
            case BLOCK, ASK -> permission("deny", ruling.reason(), null);
            case REWRITE -> permission("allow", ruling.reason(), ruling.input());
        };
    }

    private static HookReply passed(HookRuling ruling) {
        return ruling.reason().isEmpty() ? HookReply.SILENT : new HookReply("", ruling.reason() + "\n", 0);
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
    public HookReply after(HookRuling ruling) {
        // The host has no way to stop an agent here; it shows what a failed hook says.
        return ruling.verdict() == HookRuling.Verdict.PASS
                ? passed(ruling)
                : new HookReply("", ruling.reason() + "\n", HookReply.BLOCKED);
    }
}
