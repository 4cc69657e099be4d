package io.weir.edge.mcp.relay;

import io.weir.edge.mcp.judge.Refusal;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import io.weir.platform.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model is told of a call that waits for a one-time code: status and members as mcp-action-firewall has them, no
 * error, and never the code.
 */
final class PausedAnswer {

    private PausedAnswer() {}

    /** The answer to a paused call of a tool. */
    static String of(HeldCall call) {
        Message message = call.message();
        String tool = CallBodies.tool(message);
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("tool", tool);
        action.put("arguments", Members.map(message.params().get("arguments")));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("status", "PAUSED_FOR_APPROVAL");
        told.put("message", "The call of '" + tool + "' is held; nothing was sent. A person must let it through.");
        told.put("action", action);
        told.put("instruction", instruction(tool));
        told.put("approval_id", call.approvalId());
        Map<String, Object> result = new LinkedHashMap<>();
        if (call.modern()) {
            result.put("resultType", "complete");
        }
        result.put("content", List.of(Answer.text(Json.text(told))));
        result.put(
                "_meta", Map.of(Refusal.META_KEY, Refusal.waiting(call.answer()).data()));
        return Answer.result(message.id(), result);
    }

    private static String instruction(String tool) {
        return "1. Show the user the call: the tool '" + tool + "' and its arguments.\n"
                + "2. Say that a code for this call has come to the user"
                + " outside of this conversation, and ask for it.\n"
                + "3. Stop and wait for the answer.\n"
                + "4. When the user tells you the"
                + " code, call '" + ConfirmTool.NAME
                + "' with it; the call is then made as it stands.\n"
                + "5. If the user says no, or the code is refused, do not try again and do not guess.";
    }
}
