package io.weir.edge.hook;

import io.weir.platform.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Claude Code: events {@code PreToolUse}, {@code PostToolUse} and {@code PostToolUseFailure} (Claude Code documentation,
 * hooks reference). An allowed call is answered with silence, because the word allow would take the user's own
 * permission rules out of force.
 */
final class ClaudeCodeHost implements HookHost {

    private static final String BEFORE = "PreToolUse";
    private static final String AFTER = "PostToolUse";

    @Override
    public HookEvent event(Map<?, ?> input) {
        String name = HookHost.required(input, "hook_event_name");
        if (!name.equals(BEFORE) && !name.startsWith(AFTER)) {
            throw new IllegalArgumentException(
                    "the hook is for " + BEFORE + ", " + AFTER + " and " + AFTER + "Failure");
        }
        Object output = input.containsKey("tool_response") ? input.get("tool_response") : input.get("error");
        return new HookEvent(
                !name.equals(BEFORE),
                HookHost.required(input, "tool_name"),
                input.get("tool_input"),
                output,
                HookHost.text(input, "session_id"),
                HookHost.text(input, "tool_use_id"),
                HookHost.text(input, "agent_id"));
    }

    @Override
    public boolean canAsk() {
        return true;
    }

    @Override
    public boolean canRewrite() {
        return true;
    }

    @Override
    public HookReply before(HookRuling ruling) {
        return switch (ruling.verdict()) {
            case PASS -> passed(ruling);
            case BLOCK -> permission("deny", ruling.reason(), null);
            case ASK -> permission("ask", ruling.reason(), ruling.input());
            case REWRITE -> permission("allow", ruling.reason(), ruling.input());
        };
    }

    private static HookReply passed(HookRuling ruling) {
        return ruling.reason().isEmpty()
                ? HookReply.SILENT
                : HookReply.said(Json.text(Map.of("systemMessage", "weir: " + ruling.reason())));
    }

    private static HookReply permission(String decision, String reason, @Nullable Object input) {
        Map<String, Object> specific = new LinkedHashMap<>();
        specific.put("hookEventName", BEFORE);
        specific.put("permissionDecision", decision);
        specific.put("permissionDecisionReason", reason);
        if (input != null) {
            specific.put("updatedInput", input);
        }
        return HookReply.said(Json.text(Map.of("hookSpecificOutput", specific)));
    }

    @Override
    public HookReply after(HookRuling ruling) {
        if (ruling.verdict() == HookRuling.Verdict.PASS) {
            return passed(ruling);
        }
        // What the tool answered cannot be taken back any more; the agent is stopped before it can use it.
        Map<String, Object> stop = new LinkedHashMap<>();
        stop.put("continue", false);
        stop.put("stopReason", ruling.reason());
        return HookReply.said(Json.text(stop));
    }
}
