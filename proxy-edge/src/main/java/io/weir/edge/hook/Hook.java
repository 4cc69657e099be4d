package io.weir.edge.hook;

import io.weir.client.CallerHeaders;
import io.weir.client.ScanClient;
import io.weir.client.ScanClientConfig;
import io.weir.client.ScanFailure;
import io.weir.client.ScanRefused;
import io.weir.client.ScanUnavailable;
import io.weir.edge.call.ToolUrl;
import io.weir.edge.enforce.FailMode;
import io.weir.edge.enforce.LateReports;
import io.weir.platform.json.JsonRejected;
import io.weir.platform.json.StrictJson;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.api.ScanRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a hook: reads what a host says of a tool call, asks the scan API, and answers in the host's language. What
 * cannot be read or decided is blocked, unless the operator wants it open.
 */
public final class Hook {

    private static final int INPUT_LENGTH_MAX = 16 << 20;
    private static final String CLOSED = " The hook fails closed.";

    private final HookHost host;
    private final HookConfig config;
    private final ScanClient client;
    private final TraceMemory memory;
    private final @Nullable LateReports late;

    private Hook(HookHost host, HookConfig config, ScanClient client, TraceMemory memory, @Nullable LateReports late) {
        this.host = host;
        this.config = config;
        this.client = client;
        this.memory = memory;
        this.late = late;
    }

    /**
     * A hook for a kind of host, in a process that ends with it: what it cannot report is not reported later.
     *
     * @param hostName {@code claude-code}, {@code copilot} or {@code generic}
     * @param memory directory in which calls under way are joined to their answers
     * @throws IllegalArgumentException if there is no such kind
     */
    public static Hook of(String hostName, HookConfig config, ScanClientConfig scan, Path memory) {
        return new Hook(host(hostName), config, new ScanClient(scan), new FileTraceMemory(memory), null);
    }

    /** A hook that shares a client, a memory and late reports with others; otherwise as the public one. */
    static Hook of(String hostName, HookConfig config, ScanClient client, TraceMemory memory, LateReports late) {
        return new Hook(host(hostName), config, client, memory, late);
    }

    private static HookHost host(String name) {
        return switch (name) {
            case "claude-code" -> new ClaudeCodeHost();
            case "copilot" -> new CopilotHost();
            case "generic" -> new GenericHost();
            default -> throw new IllegalArgumentException("hosts are claude-code, copilot and generic");
        };
    }

    /** What is answered to an input where not even the settings can be read. */
    public static HookReply broken(String hostName, byte[] input, String reason) {
        return host(hostName).unreadable(new String(input, StandardCharsets.UTF_8), reason);
    }

    /** Answers one event. */
    public HookReply run(byte[] input) throws InterruptedException {
        HookEvent event;
        try {
            event = event(input);
        } catch (JsonRejected | IllegalArgumentException e) {
            // Never open: a call must not get around the scan by its own making.
            String text = new String(input, StandardCharsets.UTF_8);
            return host.unreadable(text, "The hook cannot read its input: " + e.getMessage());
        }
        return event.after() ? host.after(report(event)) : host.before(decide(event));
    }

    private HookEvent event(byte[] input) throws JsonRejected {
        if (new StrictJson(INPUT_LENGTH_MAX).read(input) instanceof Map<?, ?> members) {
            return host.event(members);
        }
        throw new IllegalArgumentException("it is no JSON object");
    }

    private HookRuling decide(HookEvent event) throws InterruptedException {
        try {
            ScanAnswer answer = client.scan(request(event), CallerHeaders.NONE);
            HookRuling ruling = ruling(event, answer);
            if (ruling.verdict() != HookRuling.Verdict.BLOCK) {
                memory.keep(event, answer.traceId());
            }
            return ruling;
        } catch (ScanRefused e) {
            return HookRuling.block("The call cannot be scanned (" + e.problem().code() + ").", null);
        } catch (ScanUnavailable e) {
            return unavailable("The scan API gave no decision.");
        }
    }

    private ScanRequest request(HookEvent event) {
        return new ScanRequest(
                "POST",
                ToolUrl.of(event.tool()),
                Map.of(),
                event.input(),
                agentId(event),
                null,
                "hook",
                null,
                null,
                event.sessionId(),
                null,
                null);
    }

    private @Nullable String agentId(HookEvent event) {
        return config.agentId() == null ? event.agentId() : config.agentId();
    }

    private HookRuling ruling(HookEvent event, ScanAnswer answer) {
        return switch (answer.decision()) {
            case ALLOW -> HookRuling.pass(answer);
            case SANITIZE -> redacted(event, answer);
            case REQUIRE_APPROVAL ->
                HookRuling.block(
                        "The call waits for a person's approval (" + answer.approvalId()
                                + "). Try the same call again once it is approved.",
                        answer);
            case DENY -> HookRuling.block("The call was denied: " + reasons(answer) + ".", answer);
        };
    }

    private HookRuling redacted(HookEvent event, ScanAnswer answer) {
        Object input = answer.sanitizedBody();
        boolean isRedacted = input != null && !input.equals(event.input());
        HookRuling.Verdict verdict = rewriting();
        if (!isRedacted || verdict == HookRuling.Verdict.BLOCK) {
            return HookRuling.block("The call may only go out redacted: " + reasons(answer) + ".", answer);
        }
        return new HookRuling(verdict, "The arguments were redacted: " + reasons(answer) + ".", input, answer);
    }

    private HookRuling.Verdict rewriting() {
        return switch (config.rewriting()) {
            case NEVER -> HookRuling.Verdict.BLOCK;
            case ASKING -> host.canAsk() ? HookRuling.Verdict.ASK : HookRuling.Verdict.BLOCK;
            case ALWAYS -> host.canRewrite() ? HookRuling.Verdict.REWRITE : HookRuling.Verdict.BLOCK;
        };
    }

    private static String reasons(ScanAnswer answer) {
        return answer.reasonCodes().isEmpty() ? "no reason was given" : String.join(", ", answer.reasonCodes());
    }

    private ResultRuling report(HookEvent event) throws InterruptedException {
        String traceId = memory.take(event).orElseGet(() -> UUID.randomUUID().toString());
        ResultGuard guard = config.guardResults();
        OutputReport report = new OutputReport(event, traceId, agentId(event));
        try {
            return guard.ruling(event, report.send(client, guard != ResultGuard.OFF));
        } catch (ScanFailure e) {
            ResultRuling ruling = unreported(event);
            // Unless something stands in its place, the agent may see it: hosts stop late, and users let agents go on.
            if (e instanceof ScanUnavailable && late != null && ruling.output() == null) {
                report.sendLater(late);
            }
            return ruling;
        }
    }

    private ResultRuling unreported(HookEvent event) {
        String what = "What the tool answered could not be reported to the scan API.";
        return failsOpen()
                ? new ResultRuling(ResultRuling.Verdict.SHOW, openNotice(what), null)
                : config.guardResults().unreported(event, what + CLOSED);
    }

    private HookRuling unavailable(String what) {
        return failsOpen()
                ? new HookRuling(HookRuling.Verdict.PASS, openNotice(what), null, null)
                : HookRuling.block(what + CLOSED, null);
    }

    private boolean failsOpen() {
        return config.failMode() == FailMode.OPEN;
    }

    private static String openNotice(String what) {
        return "GATEWAY_UNREACHABLE: " + what + " The hook fails open.";
    }
}
