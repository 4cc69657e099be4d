package io.weir.edge.hook;

import io.weir.platform.json.Json;
import io.weir.schemas.api.ScanAnswer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Any other host: a JSON object with {@code event} ({@code before} or {@code after}), {@code tool}, {@code input},
 * {@code output}, {@code session_id}, {@code call_id} and {@code agent_id}. The exit code is 0 where the tool may run
 * (with the {@code input} of the answer, if it has one), and 2 where it may not.
 */
final class GenericHost implements HookHost {

    @Override
    public HookEvent event(Map<?, ?> input) {
        String event = HookHost.required(input, "event");
        if (!event.equals("before") && !event.equals("after")) {
            throw new IllegalArgumentException("the member event must be before or after");
        }
        return new HookEvent(
                event.equals("after"),
                input.get("failed") instanceof Boolean failed && failed,
                HookHost.required(input, "tool"),
                input.get("input"),
                input.get("output"),
                HookHost.text(input, "session_id"),
                HookHost.text(input, "call_id"),
                HookHost.text(input, "agent_id"));
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
        boolean blocked = ruling.verdict() == HookRuling.Verdict.BLOCK;
        Map<String, Object> answer = new LinkedHashMap<>();
        ScanAnswer decided = ruling.answer();
        answer.put("run", !blocked);
        answer.put(
                "decision", decided == null ? "UNSCANNED" : decided.decision().name());
        answer.put("reason", ruling.reason());
        if (decided != null) {
            answer.put("reason_codes", decided.reasonCodes());
            answer.put("trace_id", decided.traceId());
            if (decided.approvalId() != null) {
                answer.put("approval_id", decided.approvalId());
            }
        }
        if (ruling.input() != null) {
            answer.put("input", ruling.input());
        }
        return reply(answer, blocked, ruling.reason());
    }

    @Override
    public HookReply after(ResultRuling ruling) {
        boolean stopped = ruling.verdict() == ResultRuling.Verdict.STOP;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("run", !stopped);
        answer.put("reason", ruling.reason());
        if (ruling.output() != null) {
            answer.put("output", ruling.output());
        }
        return reply(answer, stopped, ruling.reason());
    }

    private static HookReply reply(Map<String, Object> answer, boolean stopped, String reason) {
        return new HookReply(Json.text(answer) + "\n", stopped ? reason + "\n" : "", stopped ? HookReply.BLOCKED : 0);
    }
}
