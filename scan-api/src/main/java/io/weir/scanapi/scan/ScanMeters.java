package io.weir.scanapi.scan;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.PolicyOutcome;
import io.weir.schemas.event.PolicyShadow;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.PolicyAction;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts and times scans. Safe to share between threads. */
public final class ScanMeters {

    private static final Duration[] BUCKETS = Stream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Map<Decision, Counter> decided = new EnumMap<>(Decision.class);
    private final Counter observed;
    private final Counter unmatched;
    private final Map<PolicyAction, Counter> matched = new EnumMap<>(PolicyAction.class);
    private final Map<Decision, Counter> shadowed = new EnumMap<>(Decision.class);
    private final Counter shadowedSame;
    private final Timer callDuration;
    private final Timer responseDuration;

    /** Meters in this registry. Every series is there from the start, at zero. */
    public ScanMeters(MeterRegistry registry) {
        for (Decision decision : Decision.values()) {
            decided.put(
                    decision,
                    Counter.builder("weir.scan.requests")
                            .description("Calls that were decided, by the decision.")
                            .tag("decision", decision.name())
                            .register(registry));
        }
        for (PolicyAction action : PolicyAction.values()) {
            matched.put(
                    action,
                    Counter.builder("weir.policy.matches")
                            .description("Rules of policies that matched, by their action.")
                            .tag("action", action.name())
                            .register(registry));
        }
        for (Decision decision : Decision.values()) {
            shadowed.put(
                    decision,
                    Counter.builder("weir.policy.shadow.differences")
                            .description(
                                    "Calls that candidate policies would have decided otherwise, by their decision.")
                            .tag("decision", decision.name())
                            .register(registry));
        }
        this.shadowedSame = counter(
                registry,
                "weir.policy.shadow.same",
                "Calls on which candidate policies match other rules and come to the same decision.");
        this.observed = counter(registry, "weir.responses.observed", "Responses that were taken note of.");
        this.unmatched = counter(registry, "weir.responses.unmatched", "Responses whose call this node did not know.");
        this.callDuration =
                timer(registry, "weir.scan.duration", "Time from the request to the decision, both stored.");
        this.responseDuration =
                timer(registry, "weir.response.scan.duration", "Time from a reported response to its answer.");
    }

    /** Time that a scan of a call takes, its answer included. */
    public Timer callDuration() {
        return callDuration;
    }

    /** Time that a scan of a response takes, its answer included. */
    public Timer responseDuration() {
        return responseDuration;
    }

    void decided(DecisionRecord outcome) {
        increment(decided.get(outcome.decision()));
        PolicyOutcome policies = outcome.policies();
        if (policies != null) {
            policies.matches().forEach(match -> increment(matched.get(match.action())));
        }
        PolicyShadow shadow = outcome.shadow();
        if (shadow != null) {
            increment(shadow.decision() == outcome.decision() ? shadowedSame : shadowed.get(shadow.decision()));
        }
    }

    private static void increment(@Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }

    void observed(boolean traceKnown) {
        observed.increment();
        if (!traceKnown) {
            unmatched.increment();
        }
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private static Timer timer(MeterRegistry registry, String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
