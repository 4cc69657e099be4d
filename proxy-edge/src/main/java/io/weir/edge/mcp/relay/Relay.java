package io.weir.edge.mcp.relay;

import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.Message.Kind;
import io.weir.edge.mcp.message.RpcError;
import io.weir.schemas.api.ApprovalStatusAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges the messages of one connection between a client and a server, in both directions. One thread may bring the
 * client's messages while another brings the server's.
 */
public final class Relay {

    private final RelayParts parts;
    private final Connection connection;
    private final ClientMessages client;
    private final ServerMessages server;

    /**
     * A relay for a connection.
     *
     * @param origin who is at its other end
     * @param retries calls that wait for more input; shared where a connection is one request
     */
    public Relay(RelayParts parts, Origin origin, Retries retries) {
        this.parts = parts;
        this.connection = new Connection(origin);
        this.client = new ClientMessages(parts, connection, retries);
        this.server = new ServerMessages(parts, connection, retries);
    }

    /** The revision that client and server agreed on, or the empty text. */
    public String version() {
        return connection.version();
    }

    /** What is done with a message of the client's. Blocks until it is decided on. */
    public Step fromClient(Message message) throws InterruptedException {
        return fromClient(message, connection.origin());
    }

    /** As {@link #fromClient(Message)}, for a message that came with an origin of its own. */
    public Step fromClient(Message message, Origin from) throws InterruptedException {
        connection.comesFrom(from);
        return message.kind() == Kind.RESPONSE ? client.answered(message, from) : client.called(message, from);
    }

    /** Decides anew on a held call that a person has approved. */
    public Step approved(HeldCall held) throws InterruptedException {
        return client.approved(held);
    }

    /** What people have said about a held call so far. */
    public ApprovalStatusAnswer approval(HeldCall held) throws InterruptedException {
        return parts.judge().approval(held.approvalId());
    }

    /** The answer to a held call for which people have got a one-time code; empty where it waits here. */
    Optional<Step> paused(HeldCall held, ApprovalStatusAnswer status) {
        return parts.means().confirmations().pause(held, status);
    }

    /** The answer with which a client need not wait here: a task, or that it is to show where people decide. */
    Optional<Step> early(HeldCall held) {
        if (HeldTasks.canTake(held)) {
            String created = parts.means().tasks().add(held).created(TaskMessages.why(held));
            return Optional.of(new Step.Reply(created));
        }
        return !held.shown() && parts.means().page().canBeAskedFor(held)
                ? Optional.of(new Step.Reply(parts.means().page().inputRequired(held)))
                : Optional.empty();
    }

    /** The request that asks a client to show it while its call waits; empty where it cannot. */
    Optional<String> request(HeldCall held) {
        return parts.means().page().canBeSentFor(held, connection.showsLinks())
                ? Optional.of(parts.means().page().request(held))
                : Optional.empty();
    }

    /** The answer to a call on which nobody has decided in time. */
    Step unanswered(HeldCall held) {
        return new Step.Reply(
                parts.means().page().canBeAskedFor(held)
                        ? parts.means().page().inputRequired(held)
                        : held.unanswered());
    }

    /** What is done with a message of the server's. Blocks until it is reported. */
    public Step fromServer(Message message) throws InterruptedException {
        return server.judge(message);
    }

    /** A response that cannot be read, to the request with this id. */
    public Optional<String> unreadable(String idKey) {
        return server.unreadable(idKey);
    }

    /** Whether a text of the server's that is no message may go on: once it is reported. */
    public boolean mayPass(String text) throws InterruptedException {
        return server.mayPass(text);
    }

    /** A request of the client's has come to its end on its connection, whether it was answered or not. */
    public void ended(Message request) {
        OpenCall call = connection.open().get(request.idKey());
        if (call != null && call.task() != null) {
            connection.open().remove(request.idKey());
            call.task().lose();
        }
    }

    /** Answers every call that waits, because the server will not. */
    public List<String> abandoned(String why) {
        List<OpenCall> calls = List.copyOf(connection.open().values());
        connection.open().clear();
        return calls.stream()
                .map(call -> call.told(Answer.error(call.request().id(), RpcError.UPSTREAM, why, Map.of())))
                .toList();
    }
}
