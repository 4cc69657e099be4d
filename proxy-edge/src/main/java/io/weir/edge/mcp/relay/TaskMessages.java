package io.weir.edge.mcp.relay;

import io.weir.edge.call.AgentIdentity;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.RpcError;
import java.util.Map;
import java.util.Optional;

/** Answers what a client says of held calls that wait as tasks. */
final class TaskMessages {

    private static final Map<String, Object> DONE = Map.of("resultType", "complete");

    private final RelayParts parts;
    private final Connection connection;
    private final Release release;

    TaskMessages(RelayParts parts, Connection connection, Release release) {
        this.parts = parts;
        this.connection = connection;
        this.release = release;
    }

    /** Decides anew on a held call that a person has approved. */
    @FunctionalInterface
    interface Release {
        Step approved(HeldCall call) throws InterruptedException;
    }

    /** What is done with a message: an answer, or the held call that is sent in its place. */
    Step answer(Message message, AgentIdentity agent) throws InterruptedException {
        Optional<HeldTask> found = parts.means().tasks().find(message, agent);
        if (found.isEmpty()) {
            return new Step.Reply(Answer.error(
                    message.id(), RpcError.INVALID_PARAMS, "There is no such task, or not any more.", Map.of()));
        }
        HeldTask task = found.get();
        switch (message.methodName()) {
            case "tasks/get" -> {
                return polled(message, task);
            }
            case "tasks/cancel" -> task.cancel();
            default -> {
                // Whatever the client answers decides nothing.
                if (ApprovalPage.isAnswered(message)) {
                    task.show();
                }
            }
        }
        return new Step.Reply(Answer.result(message.id(), DONE));
    }

    private Step polled(Message message, HeldTask task) throws InterruptedException {
        HeldCall call = task.call();
        if (task.state() != HeldTask.State.WAITING) {
            return new Step.Reply(task.told(message.id()));
        }
        switch (parts.judge().approval(call.approvalId()).status()) {
            case PENDING -> {
                boolean asks = !task.isShown() && parts.means().page().canBeAskedFor(call);
                return new Step.Reply(task.waiting(
                        message.id(), why(call), asks ? parts.means().page().inputRequests(call) : Map.of()));
            }
            case APPROVED -> {
                return task.takeToSend() ? sent(message, task) : new Step.Reply(task.told(message.id()));
            }
            case DENIED -> task.end(call.refused());
            case EXPIRED -> task.end(call.unanswered());
        }
        return new Step.Reply(task.told(message.id()));
    }

    private Step sent(Message message, HeldTask task) throws InterruptedException {
        HeldCall call = HeldTasks.withoutTasks(task.call().as(message));
        Step step = release.approved(call);
        if (step instanceof Step.Forward forward) {
            connection.open().computeIfPresent(message.idKey(), (id, open) -> open.of(task));
            return new Step.Forward(forward.text(), call.headers());
        }
        task.end(((Step.Reply) step).text());
        return new Step.Reply(task.told(message.id()));
    }

    /** Why a call waits, for people and models. */
    static String why(HeldCall call) {
        return "Waiting for a person's approval: " + call.approvalId();
    }
}
