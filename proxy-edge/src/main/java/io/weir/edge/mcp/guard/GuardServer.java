package io.weir.edge.mcp.guard;

import io.weir.client.ScanFailure;
import io.weir.edge.call.AgentIdentity;
import io.weir.edge.mcp.judge.ScanPort;
import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.Message.Kind;
import io.weir.edge.mcp.message.RpcError;
import io.weir.platform.Build;
import io.weir.platform.json.Json;
import io.weir.schemas.api.ResponseScanAnswer;
import io.weir.schemas.api.ResponseScanRequest;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.api.ScanRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A server whose tools ask for decisions: for agents that cannot be put behind an edge and are told to ask first. It
 * advises and cannot enforce. Speaks the revisions from 2025-03-26 on; safe to share between threads.
 */
public final class GuardServer {

    private static final List<String> LEGACY = List.of("2025-03-26", "2025-06-18", "2025-11-25");
    private static final String ABOUT = "weir://about";
    private static final String RECENT = "weir://recent-activity";
    private static final int RECENT_MAX = 50;
    private static final int STATUS_OK = 200;

    private final ScanPort scan;
    private final Deque<Map<String, Object>> recent = new ArrayDeque<>();

    /** A guard that asks this scan API. */
    public GuardServer(ScanPort scan) {
        this.scan = scan;
    }

    /** The answer to a message of this agent's, or empty if it wants none. */
    public Optional<String> answer(Message message, AgentIdentity agent) throws InterruptedException {
        if (message.kind() != Kind.REQUEST) {
            return Optional.empty();
        }
        boolean modern = Members.text(message.meta().get(Message.VERSION_META)) != null;
        Map<String, Object> result = result(message, agent);
        if (result == null) {
            return Optional.of(
                    Answer.error(message.id(), RpcError.METHOD_NOT_FOUND, "The guard has no such method.", Map.of()));
        }
        if (result.isEmpty() && message.methodName().equals("resources/read")) {
            return Optional.of(
                    Answer.error(message.id(), RpcError.INVALID_PARAMS, "The guard has no such resource.", Map.of()));
        }
        if (modern) {
            result.put("resultType", "complete");
            result.put("ttlMs", 0);
            result.put("cacheScope", "private");
        }
        return Optional.of(Answer.result(message.id(), result));
    }

    private @Nullable Map<String, Object> result(Message message, AgentIdentity agent) throws InterruptedException {
        return switch (message.methodName()) {
            case "initialize" -> greeting(message);
            case "server/discover" -> discovery();
            case "ping", "logging/setLevel" -> new LinkedHashMap<>();
            case "tools/list" -> GuardDefinitions.tools();
            case "resources/list" -> GuardDefinitions.resources(ABOUT, RECENT);
            case "resources/templates/list" -> mutable("resourceTemplates", List.of());
            case "prompts/list" -> mutable("prompts", List.of());
            case "resources/read" -> read(Members.text(message.params().get("uri")));
            case "tools/call" -> call(message, agent);
            default -> null;
        };
    }

    private static Map<String, Object> greeting(Message message) {
        String wanted = Members.text(message.params().get("protocolVersion"));
        Map<String, Object> result = described();
        result.put(
                "protocolVersion", wanted != null && LEGACY.contains(wanted) ? wanted : LEGACY.get(LEGACY.size() - 1));
        return result;
    }

    private static Map<String, Object> discovery() {
        Map<String, Object> result = described();
        result.put("supportedVersions", List.of(Message.FIRST_MODERN));
        return result;
    }

    private static Map<String, Object> described() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("capabilities", Map.of("tools", Map.of(), "resources", Map.of()));
        result.put("serverInfo", Map.of("name", "weir-guard", "version", Build.version()));
        result.put("instructions", GuardDefinitions.INSTRUCTIONS);
        return result;
    }

    private Map<String, Object> read(@Nullable String uri) {
        if (ABOUT.equals(uri)) {
            return contents(ABOUT, "text/plain", GuardDefinitions.INSTRUCTIONS);
        }
        return RECENT.equals(uri) ? contents(RECENT, "application/json", Json.text(recent())) : Map.of();
    }

    private static Map<String, Object> contents(String uri, String type, String text) {
        return mutable("contents", List.of(Map.of("uri", uri, "mimeType", type, "text", text)));
    }

    private Map<String, Object> call(Message message, AgentIdentity agent) throws InterruptedException {
        Map<String, @Nullable Object> arguments = Members.map(message.params().get("arguments"));
        String tool = Members.text(message.params().get("name"));
        try {
            if (GuardDefinitions.isScan(tool)) {
                return told(scan(arguments, agent), false);
            }
            return GuardDefinitions.isScanResponse(tool)
                    ? told(observed(arguments, agent), false)
                    : told(Map.of("error", "The guard has no such tool."), true);
        } catch (ScanFailure e) {
            return told(
                    Map.of("decision", "UNSCANNED", "error", "There is no decision, so do not make the call."), true);
        }
    }

    private Map<String, Object> scan(Map<String, @Nullable Object> arguments, AgentIdentity agent)
            throws ScanFailure, InterruptedException {
        String tool = Members.text(arguments.get("tool_name"));
        String url = Members.text(arguments.get("url"));
        String method = Members.text(arguments.get("method"));
        ScanAnswer answer = scan.scan(
                new ScanRequest(
                        method == null ? "POST" : method,
                        url == null ? "mcp://" + tool : url,
                        null,
                        arguments.get("body"),
                        agent.agentId(),
                        null,
                        "mcp",
                        Members.text(arguments.get("context")),
                        null,
                        agent.sessionId(),
                        null,
                        null),
                agent.callerHeaders());
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("decision", answer.decision().name());
        said.put("reason_codes", answer.reasonCodes());
        said.put("risk_score", answer.riskScore());
        said.put("trace_id", answer.traceId());
        if (answer.sanitizedBody() != null) {
            said.put("sanitized_body", answer.sanitizedBody());
        }
        if (answer.approvalId() != null) {
            said.put("approval_id", answer.approvalId());
        }
        remember(answer);
        return said;
    }

    private Map<String, Object> observed(Map<String, @Nullable Object> arguments, AgentIdentity agent)
            throws ScanFailure, InterruptedException {
        int status = arguments.get("response_status") instanceof Number given ? given.intValue() : STATUS_OK;
        Object body = arguments.get("response_body");
        ResponseScanAnswer answer = scan.observe(
                new ResponseScanRequest(
                        Members.text(arguments.get("trace_id")),
                        body == null ? "" : body,
                        status,
                        agent.sessionId(),
                        agent.agentId()),
                agent.callerHeaders());
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("reported", true);
        said.put("decision", answer.decision().name());
        said.put("reason_codes", answer.reasonCodes());
        return said;
    }

    private synchronized void remember(ScanAnswer answer) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("trace_id", answer.traceId());
        line.put("tool", answer.toolName());
        line.put("decision", answer.decision().name());
        line.put("reason_codes", answer.reasonCodes());
        recent.addFirst(line);
        if (recent.size() > RECENT_MAX) {
            recent.removeLast();
        }
    }

    private synchronized List<Map<String, Object>> recent() {
        return List.copyOf(recent);
    }

    private static Map<String, Object> told(Map<String, Object> said, boolean failed) {
        Map<String, Object> result = mutable("content", List.of(Answer.text(Json.text(said))));
        if (failed) {
            result.put("isError", true);
        } else {
            result.put("structuredContent", said);
        }
        return result;
    }

    private static Map<String, Object> mutable(String name, Object value) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(name, value);
        return result;
    }
}
