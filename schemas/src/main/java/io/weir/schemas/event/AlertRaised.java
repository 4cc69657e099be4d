package io.weir.schemas.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.Severity;
import io.weir.schemas.word.Tier;
import java.util.List;

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
 */
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
        @JsonProperty("links") List<Link> links) {

    /** Copies the lists. */
    public AlertRaised {
        dataClasses = List.copyOf(dataClasses);
        links = List.copyOf(links);
    }
}
