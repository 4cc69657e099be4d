package io.weir.edge.mcp.relay;

import io.weir.edge.call.AgentIdentity;
import io.weir.edge.mcp.judge.CallJudge;
import io.weir.edge.mcp.judge.CodeRuling;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Message;
import io.weir.schemas.api.ApprovalStatusAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Calls that wait for a one-time code, and the tool by which a model passes the code on. Calls of the tool are neither
 * sent to the server nor scanned, so no code gets there or into an event. Safe to share between threads.
 */
public final class Confirmations {

    private static final int CALLS_ASKED_FOR = 3;

    private final boolean on;
    private final PausedCalls paused = new PausedCalls();

    /** With the tool, or without it: then nothing is paused. */
    public Confirmations(boolean on) {
        this.on = on;
    }

    /** What is done with a call of the tool: an answer, or the paused call that is made now. */
    record Outcome(@Nullable String answer, @Nullable HeldCall released) {}

    /** A page of a server's tools without any that would be taken for ours. */
    Map<String, @Nullable Object> withoutTwins(Map<String, @Nullable Object> page) {
        return on ? ConfirmTool.withoutTwins(page) : page;
    }

    /** The page with the tool at its end. */
    Map<String, @Nullable Object> listed(Map<String, @Nullable Object> page) {
        return on ? ConfirmTool.appended(page) : page;
    }

    /** Whether a message calls the tool. */
    boolean isCall(Message message) {
        return on && ConfirmTool.isCall(message);
    }

    /** Whether a tool is easily taken for ours: a code could stand in a call of it. */
    boolean isTwin(String tool) {
        return on && ConfirmTool.isLike(tool);
    }

    /** The answer to a held call for which people have got a code; empty where it has to wait otherwise. */
    Optional<Step> pause(HeldCall call, ApprovalStatusAnswer status) {
        boolean tool = call.message().methodName().equals("tools/call");
        if (!on || !tool || status.codeAttemptsLeft() == null) {
            return Optional.empty();
        }
        paused.add(call);
        return Optional.of(new Step.Reply(PausedAnswer.of(call)));
    }

    /** Passes on the code in a call of the tool. */
    Outcome confirm(Message message, AgentIdentity agent, CallJudge judge) throws InterruptedException {
        String code = ConfirmTool.code(message);
        if (code.isEmpty()) {
            return refused(message, "The call names no code. Ask the user for it.");
        }
        List<String> waiting = paused.waiting(agent, CALLS_ASKED_FOR);
        if (waiting.isEmpty()) {
            return refused(message, "No call waits for a code. Make the call again.");
        }
        CodeRuling ruling = judge.confirm(code, waiting);
        if (ruling instanceof CodeRuling.Refused refused) {
            return refused(message, refused.text());
        }
        CodeRuling.Taken taken = (CodeRuling.Taken) ruling;
        Optional<HeldCall> released = paused.remove(agent, taken.approvalId());
        return taken.decided() && released.isPresent()
                ? new Outcome(null, released.get().as(message))
                : refused(message, "The code was right. Make the call again, once another person has agreed too.");
    }

    private static Outcome refused(Message message, String why) {
        return new Outcome(Answer.toolError(message.id(), why, Map.of(), message.isModern()), null);
    }
}
