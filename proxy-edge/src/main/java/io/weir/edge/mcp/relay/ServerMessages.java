package io.weir.edge.mcp.relay;

import io.weir.edge.call.AgentIdentity;
import io.weir.edge.mcp.judge.CallTrace;
import io.weir.edge.mcp.judge.Outgoing;
import io.weir.edge.mcp.judge.ReadRuling;
import io.weir.edge.mcp.judge.Refusal;
import io.weir.edge.mcp.judge.Ruling;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.Methods;
import io.weir.edge.mcp.message.Methods.Inbound;
import io.weir.edge.mcp.pin.InjectedText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports what the server sends before the client gets it, and holds back what may not come in. */
final class ServerMessages {

    private static final Logger LOG = LoggerFactory.getLogger(ServerMessages.class);

    private final RelayParts parts;
    private final Connection connection;
    private final Retries retries;

    ServerMessages(RelayParts parts, Connection connection, Retries retries) {
        this.parts = parts;
        this.connection = connection;
        this.retries = retries;
    }

    /** What is done with a message. Blocks until it is reported. */
    Step judge(Message message) throws InterruptedException {
        return switch (message.kind()) {
            case RESPONSE -> responded(message);
            case REQUEST -> requested(message);
            case NOTIFICATION -> notified(message);
        };
    }

    private Step responded(Message message) throws InterruptedException {
        OpenCall call = connection.open().remove(message.idKey());
        Step step = reported(message, call);
        return call != null && step instanceof Step.Forward forward
                ? new Step.Forward(call.told(forward.text()))
                : step;
    }

    private Step reported(Message message, @Nullable OpenCall call) throws InterruptedException {
        CallTrace trace = call == null ? CallTrace.unscanned(connection.origin().agent()) : call.trace();
        boolean failed = message.members().containsKey("error");
        Map<String, @Nullable Object> content =
                failed ? Members.map(message.members().get("error")) : message.result();
        Inbound inbound = failed || call == null
                ? inboundOf(message)
                : Methods.of(call.request().methodName()).inbound();
        ReadRuling ruling = ReadRuling.PASS;
        switch (inbound) {
            case NONE -> {}
            case TOOLS -> {
                return tools(message, call);
            }
            case INSTRUCTIONS -> greeted(message);
            case READ -> ruling = read(message, trace, content, failed);
        }
        if (ruling instanceof ReadRuling.Stop stop) {
            return withheld(message, call, stop.refusal());
        }
        retries.note(message, trace.traceId());
        retries.tasks().note(message, trace);
        return new Step.Forward(
                ruling instanceof ReadRuling.PassRedacted redacted
                        ? message.with(failed ? "error" : "result", redacted.content())
                        : message.text());
    }

    /** A response whose request is not known, or an error: definitions of tools are told by their form. */
    private static Inbound inboundOf(Message message) {
        return message.result().get("tools") instanceof List<?> ? Inbound.TOOLS : Inbound.READ;
    }

    private ReadRuling read(Message message, CallTrace trace, Map<String, @Nullable Object> content, boolean failed)
            throws InterruptedException {
        Optional<Refusal> refusal = linksOut(trace, content);
        if (refusal.isPresent()) {
            return new ReadRuling.Stop(refusal.get());
        }
        Object body = failed ? content : message.members().get("result");
        boolean empty = body instanceof Map<?, ?> members && members.isEmpty();
        return empty ? ReadRuling.PASS : parts.reporter().report(trace, body, failed);
    }

    private Optional<Refusal> linksOut(CallTrace trace, Map<String, @Nullable Object> content)
            throws InterruptedException {
        for (String url : LinksOut.of(content)) {
            Outgoing visit = new Outgoing(
                    "elicitation.url",
                    Map.of("url", url),
                    parts.headers("elicitation", "", Map.of()),
                    trace.agent(),
                    connection.clientName());
            if (!(parts.judge().judge(visit) instanceof Ruling.Pass)) {
                return Optional.of(Refusal.denied("The server asks to open an address that is not allowed."));
            }
        }
        return Optional.empty();
    }

    private Step tools(Message message, @Nullable OpenCall call) {
        boolean first = call == null || !call.request().params().containsKey("cursor");
        try {
            Map<String, @Nullable Object> result = message.result();
            Map<String, @Nullable Object> usable =
                    parts.shown(parts.tools().page(parts.means().confirmations().withoutTwins(result), first));
            return new Step.Forward(usable == result ? message.text() : message.withResult(usable));
        } catch (IOException e) {
            LOG.error("event=pins_unusable server={} cause=\"{}\"", parts.server(), e.getMessage());
            return withheld(
                    message,
                    call,
                    Refusal.denied("The list of tools is held back: the file of pins cannot be used; see the log."));
        }
    }

    private void greeted(Message message) {
        String agreed = Members.text(message.result().get("protocolVersion"));
        if (agreed != null) {
            connection.agreed(agreed);
        }
        String instructions = Members.text(message.result().get("instructions"));
        if (instructions != null && InjectedText.isIn(instructions)) {
            LOG.warn("event=mcp_instructions_suspicious server={}", parts.server());
        }
    }

    private Step withheld(Message message, @Nullable OpenCall call, Refusal refusal) {
        parts.meters().withheld();
        return new Step.Forward(
                call == null
                        ? Answer.error(message.id(), refusal.rpcCode(), refusal.text(), refusal.data())
                        : refusal.answerTo(call.request(), call.modern()));
    }

    private Step requested(Message message) throws InterruptedException {
        ReadRuling ruling = content(message);
        if (ruling instanceof ReadRuling.Stop stop) {
            parts.meters().withheld();
            return new Step.Reply(stop.refusal().answerTo(message, false));
        }
        connection.asks(message);
        return new Step.Forward(spokenAs(message, ruling));
    }

    private Step notified(Message message) throws InterruptedException {
        ReadRuling ruling = content(message);
        if (ruling instanceof ReadRuling.Stop) {
            parts.meters().withheld();
            return new Step.Drop();
        }
        return new Step.Forward(spokenAs(message, ruling));
    }

    /** What a server says without having been asked for it. */
    private ReadRuling content(Message message) throws InterruptedException {
        String method = message.methodName();
        if (!Methods.isKnown(method)) {
            parts.meters().unknownMethod("server");
        }
        if (Methods.of(method).inbound() == Inbound.NONE) {
            return ReadRuling.PASS;
        }
        CallTrace trace = traceOf(message);
        Optional<Refusal> refusal = linksOut(trace, message.members());
        if (refusal.isPresent()) {
            return new ReadRuling.Stop(refusal.get());
        }
        Object body = spoken(message);
        return body == null ? ReadRuling.PASS : parts.reporter().report(trace, body, false);
    }

    private static String spokenAs(Message message, ReadRuling ruling) {
        if (!(ruling instanceof ReadRuling.PassRedacted redacted)) {
            return message.text();
        }
        String member = contentMember(message);
        if (member.isEmpty()) {
            return message.with("params", redacted.content());
        }
        Map<String, @Nullable Object> params = new LinkedHashMap<>(message.params());
        params.put(member, redacted.content());
        return message.withParams(params);
    }

    /** The parameter that holds content; empty where each of them can. */
    private static String contentMember(Message message) {
        return switch (message.methodName()) {
            case "notifications/progress" -> "message";
            case "notifications/message" -> "data";
            default -> "";
        };
    }

    /** The part of a message that can hold content; null if there is none. */
    private static @Nullable Object spoken(Message message) {
        String member = contentMember(message);
        if (!member.isEmpty()) {
            return message.params().get(member);
        }
        return message.params().isEmpty() ? null : message.params();
    }

    /** The call that a message of the server's belongs to, as far as that can be told. */
    private CallTrace traceOf(Message message) {
        AgentIdentity agent = connection.origin().agent();
        Optional<CallTrace> task = retries.tasks().of(message, agent);
        if (task.isPresent()) {
            return task.get();
        }
        Object token = message.params().get("progressToken");
        List<OpenCall> calls = connection.open().values().stream()
                .filter(call ->
                        token == null || token.equals(call.request().meta().get("progressToken")))
                .limit(2)
                .toList();
        return calls.size() == 1 ? calls.get(0).trace() : CallTrace.unscanned(agent);
    }

    /** A response that cannot be read, to the request with this id. */
    Optional<String> unreadable(String idKey) {
        OpenCall call = connection.open().remove(idKey);
        if (call == null) {
            return Optional.empty();
        }
        parts.meters().withheld();
        Refusal refusal = Refusal.denied("The server's answer is held back: it is no message that can be read safely, "
                + "or it is longer than the limit.");
        return Optional.of(call.told(refusal.answerTo(call.request(), call.modern())));
    }

    /** Whether a text of the server's that is no message may go on: once it is reported. */
    boolean mayPass(String text) throws InterruptedException {
        CallTrace trace = CallTrace.unscanned(connection.origin().agent());
        return parts.reporter().report(trace, text, true) instanceof ReadRuling.Pass;
    }
}
