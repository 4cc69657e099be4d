package io.weir.edge.mcp.judge;

import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.RpcError;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.error.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a message does not go on.
 *
 * @param code the catalogued error
 * @param rpcCode the error's number in JSON-RPC
 * @param text for the model and for people; holds nothing of the message
 * @param answer the decision, if there is one
 */
public record Refusal(
        ErrorCode code, int rpcCode, String text, @Nullable ScanAnswer answer) {

    /** Under what we say in results what was decided. */
    public static final String META_KEY = "io.weir/decision";

    /** What is answered with the result of a tool; a client's tasks of revision 2025-11-25 are of tools only. */
    private static final Set<String> RESULTS_OF_TOOLS = Set.of("tools/call", "tasks/result");

    /** The decision was no. */
    public static Refusal denied(ScanAnswer answer, String why) {
        String reasons =
                answer.reasonCodes().isEmpty() ? "" : " Reasons: " + String.join(", ", answer.reasonCodes()) + ".";
        return new Refusal(
                ErrorCode.CALL_DENIED,
                RpcError.DENIED,
                why + reasons + " Trace " + answer.traceId() + ". Do not try to send the same by another way.",
                answer);
    }

    /** The edge itself does not let it pass. */
    public static Refusal denied(String why) {
        return new Refusal(ErrorCode.CALL_DENIED, RpcError.DENIED, why, null);
    }

    /** The client may not have what the server sent. */
    public static Refusal responseDenied(String why) {
        return new Refusal(
                ErrorCode.RESPONSE_DENIED,
                RpcError.DENIED,
                "The server has answered, and its answer is held back. " + why,
                null);
    }

    /** A person has to decide, and nobody has yet. */
    public static Refusal waiting(ScanAnswer answer) {
        return new Refusal(
                ErrorCode.APPROVAL_REQUIRED,
                RpcError.APPROVAL_REQUIRED,
                "The call waits for a person's approval (" + answer.approvalId()
                        + "); nothing was sent. Ask the user to have it decided on, for example by 'weir approval"
                        + " approve "
                        + answer.approvalId() + "', and then make exactly the same call again.",
                answer);
    }

    /** There was no decision, or a response could not be reported. */
    public static Refusal unscanned(ErrorCode code, String what, String why) {
        return new Refusal(
                code,
                RpcError.UNSCANNED,
                what + " " + why + " This edge is closed while that is so (" + code + ").",
                null);
    }

    /** The message to whoever waits for an answer to a request. */
    public String answerTo(Message request, boolean modern) {
        return RESULTS_OF_TOOLS.contains(request.methodName())
                ? Answer.toolError(request.id(), text, Map.of(META_KEY, data()), modern)
                : Answer.error(request.id(), rpcCode, text, data());
    }

    /** What programs are told. */
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("code", code.name());
        if (answer != null) {
            data.put("decision", answer.decision().name());
            data.put("reason_codes", answer.reasonCodes());
            data.put("risk_score", answer.riskScore());
            data.put("trace_id", answer.traceId());
            if (answer.approvalId() != null) {
                data.put("approval_id", answer.approvalId());
            }
        }
        return data;
    }
}
