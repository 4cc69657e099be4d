package io.weir.edge.hook;

import io.weir.platform.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Claude Code: events {@code PreToolUse}, {@code PostToolUse} and {@code PostToolUseFailure} (Claude Code
 * documentation, hooks reference). An allowed call is answered with silence, because the word allow would take the
 * user's own permission rules out of force.
 */
final class ClaudeCodeHost implements HookHost {

    private static final String BEFORE = "PreToolUse";
    private static final String AFTER = "PostToolUse";
    /** Also in a member of a tool's: then an agent is stopped before its tool runs, which is safe too. */
    private static final Pattern AFTER_SOMEWHERE = Pattern.compile("\"hook_event_name\"\\s*:\\s*\"" + AFTER);

    private static final String FAILED = "PostToolUseFailure";

    @Override
    public HookEvent event(Map<?, ?> input) {
        String name = HookHost.required(input, "hook_event_name");
        boolean failed = name.equals(FAILED);
        if (!failed && !name.equals(BEFORE) && !name.equals(AFTER)) {
            throw new IllegalArgumentException("the hook is for " + BEFORE + ", " + AFTER + " and " + FAILED);
        }
        Object output = input.containsKey("tool_response") ? input.get("tool_response") : input.get("error");
        return new HookEvent(
                !name.equals(BEFORE),
                failed,
                HookHost.required(input, "tool_name"),
                input.get("tool_input"),
                output,
                HookHost.text(input, "session_id"),
                HookHost.text(input, "tool_use_id"),
                HookHost.text(input, "agent_id"));
    }

    @Override
    public HookReply unreadable(String input, String reason) {
        // An answer for another event than the one at hand is ignored.
        return AFTER_SOMEWHERE.matcher(input).find()
                ? after(ResultRuling.stop(reason))
                : before(HookRuling.block(reason, null));
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
            case PASS -> noticed(ruling.reason());
            case BLOCK -> permission("deny", ruling.reason(), null);
            case ASK -> permission("ask", ruling.reason(), ruling.input());
            case REWRITE -> permission("allow", ruling.reason(), ruling.input());
        };
    }

    private static HookReply noticed(String reason) {
        return reason.isEmpty()
                ? HookReply.SILENT
                : HookReply.said(Json.text(Map.of("systemMessage", "weir: " + reason)));
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
    public HookReply after(ResultRuling ruling) {
        if (ruling.verdict() == ResultRuling.Verdict.SHOW) {
            return noticed(ruling.reason());
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        if (ruling.verdict() == ResultRuling.Verdict.STOP) {
            answer.put("continue", false);
            answer.put("stopReason", ruling.reason());
        }
        if (ruling.output() != null) {
            answer.put("hookSpecificOutput", replaced(ruling.output(), ruling.reason()));
        }
        return HookReply.said(Json.text(answer));
    }

    private static Map<String, Object> replaced(Object output, String reason) {
        Map<String, Object> specific = new LinkedHashMap<>();
        specific.put("hookEventName", AFTER);
        specific.put("updatedToolOutput", output);
        specific.put("additionalContext", reason);
        return specific;
    }
}
