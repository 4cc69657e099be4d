package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.Severity;
import io.weir.schemas.word.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A correlated finding that a person should see.
 *
 * @param alertId stable: the same rule on the same sink gives the same id, however often it is computed
 * @param rule id of the correlation rule
 * @param ruleVersion version of the rule
 * @param title one sentence for people
 * @param traceId id of the decision on the sink
 * @param traceparent W3C trace context of the sink
 * @param timeMillis event time of the sink
 * @param principal who acted
 * @param sink the call that carries the content out
 * @param decision what was decided inline
 * @param tier strongest tier among the links
 * @param severity how urgent
 * @param score strongest score among the links, 0..1
 * @param dataClasses kinds of sensitive data in the sources, in declaration order
 * @param links the evidence, strongest first
 * @param path the events that led here, in order: of a link, from the first read of the content to the sink; of a
 *     pattern, its steps
 * @param retroactive why it was judged again after it had gone out, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertRaised(
        @JsonProperty("alert_id") String alertId,
        @JsonProperty("rule") String rule,
        @JsonProperty("rule_version") String ruleVersion,
        @JsonProperty("title") String title,
        @JsonProperty("trace_id") String traceId,
        @JsonProperty("traceparent") String traceparent,
        @JsonProperty("time") long timeMillis,
        @JsonProperty("principal") Principal principal,
        @JsonProperty("sink") ToolCall sink,
        @JsonProperty("decision") Decision decision,
        @JsonProperty("tier") Tier tier,
        @JsonProperty("severity") Severity severity,
        @JsonProperty("score") double score,
        @JsonProperty("data_classes") List<DataClass> dataClasses,
        @JsonProperty("links") List<Link> links,
        @JsonProperty("path") List<Hop> path,
        @JsonProperty("retroactive") @Nullable Retroactive retroactive) {

    /** Copies the lists. A record of an earlier version has no path. */
    public AlertRaised {
        dataClasses = List.copyOf(dataClasses);
        links = List.copyOf(links);
        path = path == null ? List.of() : List.copyOf(path);
    }

    /** An alert of which only the links are known. */
    public AlertRaised(
            String alertId,
            String rule,
            String ruleVersion,
            String title,
            String traceId,
            String traceparent,
            long timeMillis,
            Principal principal,
            ToolCall sink,
            Decision decision,
            Tier tier,
            Severity severity,
            double score,
            List<DataClass> dataClasses,
            List<Link> links) {
        this(
                alertId,
                rule,
                ruleVersion,
                title,
                traceId,
                traceparent,
                timeMillis,
                principal,
                sink,
                decision,
                tier,
                severity,
                score,
                dataClasses,
                links,
                List.of(),
                null);
    }

    /** The same, raised after the call had been judged once. */
    public AlertRaised becauseOf(Retroactive cause) {
        return with(path, cause);
    }

    /** The same with a path. */
    public AlertRaised withPath(List<Hop> hops) {
        return with(hops, retroactive);
    }

    private AlertRaised with(List<Hop> hops, @Nullable Retroactive cause) {
        return new AlertRaised(
                alertId,
                rule,
                ruleVersion,
                title,
                traceId,
                traceparent,
                timeMillis,
                principal,
                sink,
                decision,
                tier,
                severity,
                score,
                dataClasses,
                links,
                hops,
                cause);
    }
}
