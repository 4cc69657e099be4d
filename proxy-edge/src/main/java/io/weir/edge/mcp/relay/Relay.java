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
import io.weir.edge.mcp.message.Methods.Inbound;
import io.weir.edge.mcp.message.Methods.Inspection;
import io.weir.edge.mcp.message.Methods.Outbound;
import io.weir.edge.mcp.message.RpcError;
import io.weir.edge.mcp.pin.InjectedText;
import io.weir.edge.mcp.pin.ToolWarning;
import io.weir.platform.json.Json;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.ApprovalState;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges the messages of one connection between a client and a server, in both directions. One thread may bring the
 * client's messages while another brings the server's.
 */
public final class Relay {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final String VERSION_META = "io.modelcontextprotocol/protocolVersion";
    private static final String FIRST_MODERN = "2026-07-28";
    private static final int OPEN_MAX = 10_000;

    private final RelayParts parts;
    private final Map<String, OpenCall> open = new ConcurrentHashMap<>();
    private final Map<String, String> asked = new ConcurrentHashMap<>();
    private final Retries retries;
    private volatile Origin origin;
    private volatile @Nullable String clientName;
    private volatile String version = "";

    /**
     * A relay for a connection.
     *
     * @param origin who is at its other end
     * @param retries calls that wait for more input; shared where a connection is one request
     */
    public Relay(RelayParts parts, Origin origin, Retries retries) {
        this.parts = parts;
        this.origin = origin;
        this.retries = retries;
    }

    /** The revision that client and server agreed on, or the empty text. */
    public String version() {
        return version;
    }

    /** What is done with a message of the client's. Blocks until it is decided on. */
    public Step fromClient(Message message) throws InterruptedException {
        return fromClient(message, origin);
    }

    /** As {@link #fromClient(Message)}, for a message that came with an origin of its own. */
    public Step fromClient(Message message, Origin from) throws InterruptedException {
        origin = from;
        return message.kind() == Kind.RESPONSE ? answered(message, from) : called(message, from);
    }

    private Step called(Message message, Origin from) throws InterruptedException {
        String method = message.methodName();
        if (!Methods.isKnown(method)) {
            parts.meters().unknownMethod("client");
            LOG.info("event=mcp_unknown_method sender=client server={}", parts.server());
            if (parts.denyUnknown()) {
                return refused(message, Refusal.denied("The operator lets only methods of the protocol pass."));
            }
        }
        if (method.equals("initialize")) {
            clientName =
                    Members.text(Members.map(message.params().get("clientInfo")).get("name"));
        }
        if (method.equals("notifications/cancelled")) {
            open.remove(Json.text(Objects.requireNonNullElse(message.params().get("requestId"), "")));
        }
        if (open.size() > OPEN_MAX) {
            return refused(
                    message,
                    Refusal.unscanned(ErrorCode.OVERLOADED, "The call was not sent.", "Too many calls are open."));
        }
        AgentIdentity agent = Identities.of(from.agent(), from.assignedSession(), message.meta());
        Inspection inspection = Methods.of(method);
        if (inspection.outbound() == Outbound.NONE || CallBodies.isEmpty(message)) {
            opened(message, CallTrace.unscanned(agent));
            return new Step.Forward(message.text());
        }
        return decided(message, agent, from.mirrors());
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
                headers(tool, mirrors),
                Identities.ledTo(agent, parent),
                clientName(message));
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
                    ? new Step.Hold(new HeldCall(message, agent, mirrors, wait.answer(), isModern(message)))
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
        return parts.tools().refusal(tool);
    }

    private Map<String, String> headers(String tool, Map<String, String> mirrors) {
        Map<String, String> headers = new LinkedHashMap<>(mirrors);
        headers.put("X-Weir-Server", parts.server());
        if (parts.tools().isListed(tool)) {
            Set<ToolWarning> warnings = parts.tools().warnings(tool);
            headers.put(
                    "X-Weir-Tool-Warnings",
                    warnings.isEmpty()
                            ? "none"
                            : warnings.stream().map(ToolWarning::word).collect(Collectors.joining(",")));
        }
        return headers;
    }

    private void opened(Message message, CallTrace trace) {
        if (message.kind() == Kind.REQUEST) {
            open.put(message.idKey(), new OpenCall(message, trace, isModern(message)));
        }
    }

    private Step refused(Message message, Refusal refusal) {
        LOG.info("event=mcp_refused server={} code={}", parts.server(), refusal.code());
        return message.kind() == Kind.REQUEST
                ? new Step.Reply(refusal.answerTo(message, isModern(message)))
                : new Step.Drop();
    }

    /** Decides anew on a held call that a person has approved. */
    public Step approved(HeldCall held) throws InterruptedException {
        Step step = decided(held.message(), held.agent(), held.headers());
        return step instanceof Step.Hold ? new Step.Reply(held.unanswered()) : step;
    }

    /** What people have said about a held call so far. */
    public ApprovalState approval(HeldCall held) throws InterruptedException {
        return parts.judge().approval(held.approvalId());
    }

    /** An answer of the client's to a request of the server's: what stands in it goes out. */
    private Step answered(Message message, Origin from) throws InterruptedException {
        String method = asked.remove(message.idKey());
        Object body = message.members().containsKey("error")
                ? message.members().get("error")
                : message.members().get("result");
        if (Members.map(body).isEmpty() && (body == null || body instanceof Map<?, ?>)) {
            return new Step.Forward(message.text());
        }
        String tool = method == null ? "answer" : method.replace('/', '.');
        Ruling ruling =
                parts.judge().judge(new Outgoing(tool, body, headers(tool, Map.of()), from.agent(), clientName));
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

    /** What is done with a message of the server's. Blocks until it is reported. */
    public Step fromServer(Message message) throws InterruptedException {
        return switch (message.kind()) {
            case RESPONSE -> responded(message);
            case REQUEST -> requested(message);
            case NOTIFICATION -> notified(message);
        };
    }

    private Step responded(Message message) throws InterruptedException {
        OpenCall call = open.remove(message.idKey());
        CallTrace trace = call == null ? CallTrace.unscanned(origin.agent()) : call.trace();
        boolean failed = message.members().containsKey("error");
        Map<String, @Nullable Object> content =
                failed ? Members.map(message.members().get("error")) : message.result();
        Inbound inbound = failed || call == null
                ? inboundOf(message)
                : Methods.of(call.request().methodName()).inbound();
        Optional<Refusal> refusal = Optional.empty();
        switch (inbound) {
            case NONE -> {}
            case TOOLS -> {
                return tools(message, call);
            }
            case INSTRUCTIONS -> greeted(message);
            case READ -> refusal = read(message, trace, content, failed);
        }
        if (refusal.isPresent()) {
            return withheld(message, call, refusal.get());
        }
        retries.note(message, trace.traceId());
        return new Step.Forward(message.text());
    }

    /** A response whose request is not known, or an error: definitions of tools are told by their form. */
    private static Inbound inboundOf(Message message) {
        return message.result().get("tools") instanceof List<?> ? Inbound.TOOLS : Inbound.READ;
    }

    private Optional<Refusal> read(
            Message message, CallTrace trace, Map<String, @Nullable Object> content, boolean failed)
            throws InterruptedException {
        Optional<Refusal> refusal = linksOut(trace, content);
        if (refusal.isPresent()) {
            return refusal;
        }
        Object body = failed ? content : message.members().get("result");
        boolean empty = body instanceof Map<?, ?> members && members.isEmpty();
        return empty ? Optional.empty() : parts.reporter().report(trace, body, failed);
    }

    private Optional<Refusal> linksOut(CallTrace trace, Map<String, @Nullable Object> content)
            throws InterruptedException {
        for (String url : LinksOut.of(content)) {
            Outgoing visit = new Outgoing(
                    "elicitation.url", Map.of("url", url), headers("", Map.of()), trace.agent(), clientName);
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
            Map<String, @Nullable Object> usable = parts.tools().page(result, first);
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
            version = agreed;
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
        Optional<Refusal> refusal = content(message);
        if (refusal.isPresent()) {
            parts.meters().withheld();
            return new Step.Reply(refusal.get().answerTo(message, false));
        }
        if (asked.size() < OPEN_MAX) {
            asked.put(message.idKey(), message.methodName());
        }
        return new Step.Forward(message.text());
    }

    private Step notified(Message message) throws InterruptedException {
        if (content(message).isPresent()) {
            parts.meters().withheld();
            return new Step.Drop();
        }
        return new Step.Forward(message.text());
    }

    /** What a server says without having been asked for it. */
    private Optional<Refusal> content(Message message) throws InterruptedException {
        String method = message.methodName();
        if (!Methods.isKnown(method)) {
            parts.meters().unknownMethod("server");
        }
        if (Methods.of(method).inbound() == Inbound.NONE) {
            return Optional.empty();
        }
        CallTrace trace = traceOf(message);
        Optional<Refusal> refusal = linksOut(trace, message.members());
        Object body = spoken(message);
        return refusal.isPresent() || body == null ? refusal : parts.reporter().report(trace, body, false);
    }

    /** The part of a message that can hold content; null if there is none. */
    private static @Nullable Object spoken(Message message) {
        return switch (message.methodName()) {
            case "notifications/progress" -> message.params().get("message");
            case "notifications/message" -> message.params().get("data");
            default -> message.params().isEmpty() ? null : message.params();
        };
    }

    /** The call that a message of the server's belongs to, as far as that can be told. */
    private CallTrace traceOf(Message message) {
        Object token = message.params().get("progressToken");
        List<OpenCall> calls = open.values().stream()
                .filter(call ->
                        token == null || token.equals(call.request().meta().get("progressToken")))
                .limit(2)
                .toList();
        return calls.size() == 1 ? calls.get(0).trace() : CallTrace.unscanned(origin.agent());
    }

    /** A response that cannot be read, to the request with this id. */
    public Optional<String> unreadable(String idKey) {
        OpenCall call = open.remove(idKey);
        if (call == null) {
            return Optional.empty();
        }
        parts.meters().withheld();
        Refusal refusal = Refusal.denied("The server's answer is held back: it is no message that can be read safely, "
                + "or it is longer than the limit.");
        return Optional.of(refusal.answerTo(call.request(), call.modern()));
    }

    /** Whether a text of the server's that is no message may go on: once it is reported. */
    public boolean mayPass(String text) throws InterruptedException {
        return parts.reporter()
                .report(CallTrace.unscanned(origin.agent()), text, true)
                .isEmpty();
    }

    /** Answers every call that waits, because the server will not. */
    public List<String> abandoned(String why) {
        List<OpenCall> calls = List.copyOf(open.values());
        open.clear();
        return calls.stream()
                .map(call -> Answer.error(call.request().id(), RpcError.UPSTREAM, why, Map.of()))
                .toList();
    }

    private @Nullable String clientName(Message message) {
        String name = Members.text(Members.map(message.meta().get("io.modelcontextprotocol/clientInfo"))
                .get("name"));
        return name == null ? clientName : name;
    }

    private static boolean isModern(Message message) {
        String named = Members.text(message.meta().get(VERSION_META));
        return named != null && named.compareTo(FIRST_MODERN) >= 0;
    }
}
