package io.weir.edge.enforce;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.Decision;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What every edge of HTTP counts, under a name of its own. Labels are closed words. Safe to share. */
public class EdgeMeters {

    private final MeterRegistry registry;
    private final String prefix;
    private final Map<List<String>, Counter> counters = new ConcurrentHashMap<>();
    private final Counter unreadBytes;

    /**
     * The meters of an edge.
     *
     * @param prefix what their names begin with, such as {@code weir.gateway}
     */
    public EdgeMeters(MeterRegistry registry, String prefix) {
        this.registry = registry;
        this.prefix = prefix;
        this.unreadBytes = Counter.builder(prefix + ".response.unread.bytes")
                .description("Bytes of responses that were forwarded unreported: no text, broken, or beyond the limit.")
                .register(registry);
    }

    /** A call was taken; the label is a decision or UNSCANNED. */
    public final void decided(String decision) {
        counter("requests", "Calls, by decision.", "decision", decision).increment();
    }

    /** A part of a response that is guarded was decided on. */
    public final void responseDecided(Decision decision) {
        counter("guarded.parts", "Parts of guarded responses, by decision.", "decision", decision.name())
                .increment();
    }

    /** A call was answered with a problem. */
    public final void refused(ErrorCode code) {
        counter("refused", "Calls that were answered with a problem, by code.", "code", code.name())
                .increment();
    }

    /** The scan API gave no answer; the stage is call or response. */
    public final void scanFailed(String stage) {
        counter("scan.failures", "Requests to the scan API that brought no answer, by stage.", "stage", stage)
                .increment();
    }

    /** A report that was to be sent later was sent, refused, or dropped. */
    public final void late(String outcome) {
        counter("late.reports", "Reports of responses that were handed on before them, by outcome.", "outcome", outcome)
                .increment();
    }

    /** So many bytes of a response were handed on unreported. */
    public final void unreadBytes(long bytes) {
        unreadBytes.increment(bytes);
    }

    private Counter counter(String name, String description, String tag, String value) {
        // A registry builds and hashes a name anew for each question.
        return counters.computeIfAbsent(
                List.of(name, value),
                unknown -> Counter.builder(prefix + "." + name)
                        .description(description)
                        .tag(tag, value)
                        .register(registry));
    }
}
