package io.weir.edge.mcp.registered;

import io.weir.edge.call.CallRefused;
import io.weir.edge.mcp.channel.NoAnswer;
import io.weir.edge.mcp.era.ModernClient;
import io.weir.edge.mcp.judge.Refusal;
import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.MessageReader;
import io.weir.edge.mcp.message.MessageRefused;
import io.weir.edge.mcp.relay.Origin;
import io.weir.edge.mcp.relay.Relay;
import io.weir.edge.mcp.relay.RelayParts;
import io.weir.edge.mcp.relay.Retries;
import io.weir.edge.mcp.relay.Step;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one caller asks a registered server in one request. For one thread. */
final class ServerExchange {

    private static final String CLIENT = "weir-scan-protocol";
    private static final int PAGES_MAX = 100;

    private final ServerEntry entry;
    private final Relay relay;
    private final MessageReader messages;
    private final String caller;

    /**
     * An exchange that has not begun.
     *
     * @param caller whose requests share a session with the server
     */
    ServerExchange(ServerEntry entry, RelayParts parts, Origin origin, MessageReader messages, String caller) {
        this.entry = entry;
        this.relay = new Relay(parts, origin, new Retries());
        this.messages = messages;
        this.caller = caller;
    }

    /** The server's tools that may be used, of all pages, and what is to be said about the others. */
    Reply tools() throws InterruptedException {
        try {
            List<Object> tools = list();
            Map<String, Object> findings = new LinkedHashMap<>();
            entry.watch().findings().keySet().stream()
                    .sorted()
                    .forEach(tool -> findings.put(tool, entry.reasonCodes(tool)));
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("tools", tools);
            answer.put("mcp_reason_codes", findings);
            return Reply.of(answer);
        } catch (Stopped e) {
            return e.reply;
        }
    }

    /** The result of a call. */
    Reply call(Message plain) throws InterruptedException {
        try {
            if (!entry.isFresh()) {
                list();
            }
            return Reply.of(result(plain));
        } catch (Stopped e) {
            return e.reply;
        }
    }

    private List<Object> list() throws Stopped, InterruptedException {
        List<Object> tools = new ArrayList<>();
        Map<String, @Nullable Object> params = Map.of();
        for (int page = 0; page < PAGES_MAX; page++) {
            Map<String, @Nullable Object> result = result(Message.asking("list-" + page, "tools/list", params));
            tools.addAll(Members.list(result.get("tools")));
            String next = Members.text(result.get("nextCursor"));
            if (next == null) {
                entry.listedNow();
                return tools;
            }
            params = Map.of("cursor", next);
        }
        throw new Stopped(Reply.problem(
                ErrorCode.UPSTREAM_UNREACHABLE, "The server lists more than " + PAGES_MAX + " pages.", Map.of()));
    }

    private Map<String, @Nullable Object> result(Message plain) throws Stopped, InterruptedException {
        Message request = ModernClient.spokenBy(CLIENT, plain);
        Step step = relay.fromClient(request);
        if (step instanceof Step.Hold hold) {
            throw new Stopped(held(hold.call().answer(), plain));
        }
        if (!(step instanceof Step.Forward forward)) {
            throw new Stopped(refused(step instanceof Step.Reply reply ? reply.text() : "", plain));
        }
        Message answer = read(answered(forward.text().equals(request.text()) ? request : read(forward.text())));
        if (answer.members().containsKey("error")) {
            Map<String, Object> more = new LinkedHashMap<>();
            more.put("rpc_error", Objects.requireNonNullElse(answer.members().get("error"), Map.of()));
            throw new Stopped(
                    Reply.problem(ErrorCode.UPSTREAM_UNREACHABLE, "The server has answered with an error.", more));
        }
        return answer.result();
    }

    /** What is left of the server's answer, once it is reported. */
    private String answered(Message request) throws Stopped, InterruptedException {
        try {
            Message told = entry.channel().ask(request, caller);
            Step step = relay.fromServer(told);
            String text = step instanceof Step.Forward forward ? forward.text() : "";
            if (!text.equals(told.text()) && isOurs(text)) {
                throw new Stopped(refused(text, request));
            }
            return text;
        } catch (NoAnswer e) {
            throw new Stopped(Reply.problem(
                    ErrorCode.UPSTREAM_UNREACHABLE, "The server gives no answer: " + e.detail() + ".", Map.of()));
        } finally {
            relay.ended(request);
        }
    }

    private boolean isOurs(String text) throws Stopped {
        return !decision(read(text)).isEmpty();
    }

    /** What the edge says in the server's place about what it has not let pass. */
    private static Map<String, @Nullable Object> decision(Message message) {
        Map<String, @Nullable Object> error = Members.map(message.members().get("error"));
        return error.isEmpty()
                ? Members.map(Members.map(message.result().get("_meta")).get(Refusal.META_KEY))
                : Members.map(error.get("data"));
    }

    private Reply held(ScanAnswer answer, Message call) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("decision", answer.decision());
        more.put("approval_id", String.valueOf(answer.approvalId()));
        more.put("reason_codes", answer.reasonCodes());
        more.put("mcp_reason_codes", reasonCodes(call));
        more.put("risk_score", answer.riskScore());
        more.put("trace_id", answer.traceId());
        return Reply.problem(
                ErrorCode.APPROVAL_REQUIRED,
                "The call waits for a person's approval; nothing was sent. Once it is approved, make it again.",
                more);
    }

    private Reply refused(String text, Message call) throws Stopped {
        Message message = read(text);
        Map<String, @Nullable Object> said = new LinkedHashMap<>(decision(message));
        ErrorCode code = code(String.valueOf(said.remove("code")));
        said.putIfAbsent("reason_codes", List.of());
        said.put("mcp_reason_codes", reasonCodes(call));
        return Reply.problem(code, detail(message), said);
    }

    private static ErrorCode code(String name) {
        for (ErrorCode code : ErrorCode.values()) {
            if (code.name().equals(name)) {
                return code;
            }
        }
        return ErrorCode.CALL_DENIED;
    }

    private static String detail(Message message) {
        Object first = Members.list(message.result().get("content")).stream()
                .findFirst()
                .map(block -> Members.map(block).get("text"))
                .orElse(Members.map(message.members().get("error")).get("message"));
        return Objects.requireNonNullElse(Members.text(first), "The call was not made.");
    }

    private List<String> reasonCodes(Message call) {
        String tool = Members.text(call.params().get("name"));
        return tool == null ? List.of() : entry.reasonCodes(tool);
    }

    /** Our own writing, or what was read before; read again without fail but for its length. */
    private Message read(String text) throws Stopped {
        try {
            return messages.read(text.getBytes(StandardCharsets.UTF_8))
                    .messages()
                    .get(0);
        } catch (MessageRefused e) {
            throw new Stopped(Reply.of(new CallRefused(ErrorCode.PAYLOAD_TOO_LARGE, e.detail())));
        }
    }

    /** The exchange has come to its end before its result. */
    private static final class Stopped extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Reply reply;

        Stopped(Reply reply) {
            super("answered already");
            this.reply = reply;
        }
    }
}
