package io.weir.benchmarks.stream;

import io.weir.benchmarks.BenchBodies;
import io.weir.engine.decide.InlineJudge;
import io.weir.engine.decide.Occasion;
import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.ResponseInput;
import io.weir.engine.settings.EngineSettings;
import io.weir.engine.state.MemoryStateTable;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.SessionProvenance;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes steps by having the engine judge them.
 *
 * @param judge the engine
 * @param principal who acts, until somebody repeats the step
 */
public record StepMaker(InlineJudge judge, Principal principal) {

    private static final List<String> INTERNAL = List.of(".internal.example.org", ".weir.test");
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    /** A maker of steps of this tenant. */
    public static StepMaker of(String tenant) {
        InlineJudge judge = InlineJudge.create(
                new EngineSettings(INTERNAL, List.of()),
                "a key that only benchmarks use".getBytes(StandardCharsets.UTF_8));
        return new StepMaker(
                judge, new Principal(tenant, "bench", "agent", null, null, "s", SessionProvenance.EXPLICIT, null));
    }

    /** A call with this body that is answered with that body. */
    public Step step(String method, String url, @Nullable Object callBody, Object responseBody) {
        Occasion occasion = new Occasion("e", "t", null, TRACEPARENT, 0, "a", principal);
        CallInput input = new CallInput(method, url, Map.of(), callBody, BenchBodies.size(callBody), null);
        ToolCallScanned call =
                judge.judge(new MemoryStateTable(), input, occasion).event();
        ResponseInput response = new ResponseInput(responseBody, BenchBodies.size(responseBody), 200);
        return new Step(call, judge.observe(new MemoryStateTable(), response, call.call(), occasion));
    }
}
