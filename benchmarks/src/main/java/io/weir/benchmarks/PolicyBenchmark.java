package io.weir.benchmarks;

import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.PayloadReader;
import io.weir.engine.policy.CallFacts;
import io.weir.engine.policy.Content;
import io.weir.engine.policy.Judgement;
import io.weir.engine.policy.PolicyReader;
import io.weir.engine.policy.PolicySet;
import io.weir.engine.policy.PolicySubject;
import io.weir.engine.policy.Precedence;
import io.weir.engine.policy.Standing;
import io.weir.engine.policy.memory.SessionPast;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.PolicyOutcome;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.DestinationKind;
import io.weir.schemas.word.SessionProvenance;
import io.weir.schemas.word.Verb;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Wall time of asking 1,000 rules about one call of about 4 KB; the median is what counts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
public class PolicyBenchmark {

    private static final int BYTES = 4 << 10;

    /** What the rules look at. */
    @Param({"tools", "mixed", "expressions"})
    private @Nullable String rules;

    private @Nullable PolicySet policies;
    private @Nullable PolicySubject subject;

    /** Makes rules and call. */
    @Setup
    public void prepare() {
        policies = new PolicySet(
                PolicyReader.read("rules.yaml", PolicyRules.text(Objects.requireNonNull(rules)))
                        .policies(),
                Precedence.STRICTEST);
        Object body = BodyKind.typical.body(BYTES);
        CallInput input = new CallInput("POST", "mcp://send_report", Map.of(), body, BYTES, null);
        Destination destination = new Destination(
                DestinationKind.EMAIL, "a***@far.test", "0123456789abcdef", Audience.EXTERNAL, "/body/to");
        subject = new PolicySubject(
                new Principal("acme", "production", "agent", null, null, "s1", SessionProvenance.EXPLICIT, null),
                1_795_219_200_000L,
                new ToolCall("POST", "send_report", "tools/call", Verb.WRITE, List.of(destination), BYTES),
                List.of(),
                new Content(input, PayloadReader.standard().read(input)),
                SessionPast.EMPTY,
                Standing.NONE);
    }

    /** All rules. */
    @Benchmark
    public @Nullable PolicyOutcome judge() {
        Judgement judgement = new Judgement(Decision.ALLOW, 0.2, List.of());
        return Objects.requireNonNull(policies).judge(new CallFacts(Objects.requireNonNull(subject), judgement));
    }
}
