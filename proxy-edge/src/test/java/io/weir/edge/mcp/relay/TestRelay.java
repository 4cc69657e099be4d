package io.weir.edge.mcp.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.client.CallerHeaders;
import io.weir.edge.call.AgentIdentity;
import io.weir.edge.enforce.LateReports;
import io.weir.edge.mcp.FakeScan;
import io.weir.edge.mcp.judge.CallJudge;
import io.weir.edge.mcp.judge.JudgeRules;
import io.weir.edge.mcp.judge.McpMeters;
import io.weir.edge.mcp.judge.ReadReporter;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.MessageReader;
import io.weir.edge.mcp.pin.PinFile;
import io.weir.edge.mcp.pin.PinRules;
import io.weir.edge.mcp.pin.ToolWatch;
import io.weir.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

/** Relays before a server called {@code fixture}, and what tests say to them. */
public final class TestRelay {

    private static final int REPORT_BYTES = 200 << 10;

    private TestRelay() {}

    /** Parts that enforce, and guard no results. */
    public static RelayParts parts(FakeScan scan, Path pins, HoldMeans means) {
        return parts(scan, pins, means, new JudgeRules(false, false, false, REPORT_BYTES, 4 << 20));
    }

    static RelayParts parts(FakeScan scan, Path pins, HoldMeans means, JudgeRules rules) {
        McpMeters meters = new McpMeters(new SimpleMeterRegistry());
        return new RelayParts(
                "fixture",
                new CallJudge(scan, rules, meters),
                new ReadReporter(scan, rules, meters, new LateReports(scan::observe, meters::late)),
                new ToolWatch("fixture", new PinFile(pins, "fixture"), PinRules.STANDARD),
                meters,
                false,
                means);
    }

    /** Held calls wait, with this page in view. */
    public static HoldMeans waiting(ApprovalPage page) {
        return means(new Confirmations(false), page);
    }

    static HoldMeans means(Confirmations confirmations, ApprovalPage page) {
        return new HoldMeans(confirmations, page, new HeldTasks(InstantSource.system()));
    }

    static Relay relay(RelayParts parts, String agentId, String session) {
        AgentIdentity agent = new AgentIdentity(agentId, session, null, null, null, CallerHeaders.NONE);
        return new Relay(parts, new Origin(agent, false), new Retries());
    }

    static Message message(String text) throws Exception {
        return new MessageReader(1 << 20)
                .read(text.getBytes(StandardCharsets.UTF_8))
                .messages()
                .get(0);
    }

    /** What is done in the end with a call that is held. */
    static Step held(Relay relay, String call, Hold.Progress told) throws Exception {
        Step.Hold hold = (Step.Hold) relay.fromClient(message(call));
        return new Hold(relay, hold.call(), new HoldRules(1, 1, 1)).await(told);
    }

    static JsonNode reply(Step step) throws JsonProcessingException {
        return Json.mapper().readTree(((Step.Reply) step).text());
    }

    static JsonNode forwarded(Step step) throws JsonProcessingException {
        return Json.mapper().readTree(((Step.Forward) step).text());
    }
}
