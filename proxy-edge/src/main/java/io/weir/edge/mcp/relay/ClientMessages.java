package io.weir.edge.mcp.relay;

import io.weir.edge.call.AgentIdentity;
import io.weir.edge.mcp.judge.CallTrace;
import io.weir.edge.mcp.judge.Outgoing;
import io.weir.edge.mcp.judge.Refusal;
import io.weir.edge.mcp.judge.Ruling;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.Message.Kind;
import io.weir.edge.mcp.message.Methods;
import io.weir.edge.mcp.message.Methods.Inspection;
import io.weir.edge.mcp.message.Methods.Outbound;
import io.weir.edge.mcp.message.RpcError;
import io.weir.platform.json.Json;
import io.weir.schemas.error.ErrorCode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges what the client sends: what stands in it goes out. */
final class ClientMessages {

    private static final Logger LOG = LoggerFactory.getLogger(ClientMessages.class);

    private final RelayParts parts;
    private final Connection connection;
    private final Retries retries;
    private final TaskMessages tasks;

    ClientMessages(RelayParts parts, Connection connection, Retries retries) {
        this.parts = parts;
        this.connection = connection;
        this.retries = retries;
        this.tasks = new TaskMessages(parts, connection, this::approved);
    }

    /** What is done with a request or a notification. */
    Step called(Message message, Origin from) throws InterruptedException {
        String method = message.methodName();
        if (!Methods.isKnown(method)) {
            parts.meters().unknownMethod("client");
            LOG.info("event=mcp_unknown_method sender=client server={}", parts.server());
            if (parts.denyUnknown()) {
                return refused(message, Refusal.denied("The operator lets only methods of the protocol pass."));
            }
        }
        if (method.equals("initialize")) {
            connection.introduced(
                    Members.text(Members.map(message.params().get("clientInfo")).get("name")),
                    ApprovalPage.isShownBy(Members.map(message.params().get("capabilities"))));
        }
        if (method.equals("notifications/cancelled")) {
            cancelled(Json.text(Objects.requireNonNullElse(message.params().get("requestId"), "")));
        }
        if (connection.isFull()) {
            return refused(
                    message,
                    Refusal.unscanned(
                            ErrorCode.OVERLOADED, "The call was not sent.", "Too many calls are connection.open()."));
        }
        AgentIdentity agent = Identities.of(from.agent(), from.assignedSession(), message.meta());
        if (HeldTasks.isOurs(message) && message.kind() == Kind.REQUEST) {
            return tasks.answer(message, agent);
        }
        if (parts.means().confirmations().isCall(message)) {
            return confirmed(message, agent);
        }
        Inspection inspection = Methods.of(method);
        if (inspection.outbound() == Outbound.NONE || CallBodies.isEmpty(message)) {
            opened(message, retries.tasks().of(message, agent).orElseGet(() -> CallTrace.unscanned(agent)));
            return new Step.Forward(message.text());
        }
        return ApprovalPage.isShown(message)
                ? shown(message, agent, from.mirrors())
                : decided(message, agent, from.mirrors());
    }

    private void cancelled(String idKey) {
        OpenCall call = connection.open().remove(idKey);
        if (call != null && call.task() != null) {
            call.task().lose();
        }
    }

    /** Decides on a call whose client has shown where people decide; it waits, unless the user would not see that. */
    private Step shown(Message message, AgentIdentity agent, Map<String, String> mirrors) throws InterruptedException {
        Step step = decided(ApprovalPage.withoutAnswer(message), agent, mirrors);
        if (!(step instanceof Step.Hold hold)) {
            return step;
        }
        HeldCall held = hold.call().asShown();
        return ApprovalPage.isDeclined(message) ? new Step.Reply(held.unanswered()) : new Step.Hold(held);
    }

    private Step decided(Message message, AgentIdentity agent, Map<String, String> mirrors)
            throws InterruptedException {
        String tool = CallBodies.tool(message);
        Optional<String> unusable = unusable(message, tool);
        if (unusable.isPresent()) {
            return refused(message, Refusal.denied(unusable.get()));
        }
        String parent = retries.parent(message);
        Outgoing call = new Outgoing(
                tool,
                CallBodies.body(message),
                parts.headers(message.methodName(), tool, mirrors),
                Identities.ledTo(agent, parent),
                connection.clientName(message));
        Ruling ruling = parts.judge().judge(call);
        if (ruling instanceof Ruling.Pass pass) {
            opened(message, pass.trace());
            return new Step.Forward(message.text());
        }
        if (ruling instanceof Ruling.PassRedacted redacted) {
            opened(message, redacted.trace());
            return new Step.Forward(CallBodies.redacted(message, redacted.body()));
        }
        if (ruling instanceof Ruling.Wait wait) {
            return message.kind() == Kind.REQUEST
                    ? new Step.Hold(new HeldCall(message, agent, mirrors, wait.answer(), message.isModern(), false))
                    : new Step.Drop();
        }
        return refused(message, ((Ruling.Stop) ruling).refusal());
    }

    private Optional<String> unusable(Message message, String tool) {
        if (!message.methodName().equals("tools/call")) {
            return Optional.empty();
        }
        if (Members.text(message.params().get("name")) == null || tool.isEmpty()) {
            return Optional.of("The call names no tool.");
        }
        return parts.means().confirmations().isTwin(tool)
                ? Optional.of("The tool's name only looks like that of a tool of this edge.")
                : parts.tools().refusal(tool);
    }

    private Step confirmed(Message message, AgentIdentity agent) throws InterruptedException {
        Confirmations.Outcome outcome = parts.means().confirmations().confirm(message, agent, parts.judge());
        HeldCall released = outcome.released();
        if (released == null) {
            return new Step.Reply(String.valueOf(outcome.answer()));
        }
        Step step = approved(released);
        return step instanceof Step.Forward forward ? new Step.Forward(forward.text(), released.headers()) : step;
    }

    private void opened(Message message, CallTrace trace) {
        if (message.kind() == Kind.REQUEST) {
            connection.open().put(message.idKey(), new OpenCall(message, trace, message.isModern()));
        }
    }

    private Step refused(Message message, Refusal refusal) {
        LOG.info("event=mcp_refused server={} code={}", parts.server(), refusal.code());
        return message.kind() == Kind.REQUEST
                ? new Step.Reply(refusal.answerTo(message, message.isModern()))
                : new Step.Drop();
    }

    /** Decides anew on a held call that a person has approved. */
    Step approved(HeldCall held) throws InterruptedException {
        Step step = decided(held.message(), held.agent(), held.headers());
        return step instanceof Step.Hold ? new Step.Reply(held.unanswered()) : step;
    }

    /** An answer of the client's to a request of the server's: what stands in it goes out. */
    Step answered(Message message, Origin from) throws InterruptedException {
        if (ApprovalPage.isAnswer(message)) {
            return new Step.Drop();
        }
        String method = connection.asked().remove(message.idKey());
        Object body = message.members().containsKey("error")
                ? message.members().get("error")
                : message.members().get("result");
        if (Members.map(body).isEmpty() && (body == null || body instanceof Map<?, ?>)) {
            return new Step.Forward(message.text());
        }
        String tool = method == null ? "answer" : method.replace('/', '.');
        Ruling ruling = parts.judge()
                .judge(new Outgoing(
                        tool, body, parts.headers(tool, tool, Map.of()), from.agent(), connection.clientName()));
        if (ruling instanceof Ruling.Pass) {
            return new Step.Forward(message.text());
        }
        if (ruling instanceof Ruling.PassRedacted redacted && message.members().containsKey("result")) {
            return new Step.Forward(message.withResult(Objects.requireNonNullElse(redacted.body(), Map.of())));
        }
        // The server waits, so it learns that nothing comes.
        return new Step.Forward(
                Answer.error(message.id(), RpcError.DENIED, "The answer was not allowed out.", Map.of()));
    }
}
