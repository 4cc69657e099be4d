package io.weir.launcher.eval.traces;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one trace.
 *
 * @param traceId the trace
 * @param source where it is from: its family
 * @param label what happened
 * @param scoring how to count it: {@code positive}, {@code negative}, {@code negative_nonexfil} or {@code separate}
 * @param exfilCallIds calls that carried content out
 * @param exfilChannel how it went out, or null
 * @param benignReadWrite whether the user's own task delivers read content
 * @param userPrompt the user's request
 */
public record TraceLabel(
        @JsonProperty("trace_id") String traceId,
        @JsonProperty("source") String source,
        @JsonProperty("label") String label,
        @JsonProperty("scoring") String scoring,
        @JsonProperty("exfil_call_ids") @Nullable List<String> exfilCallIds,
        @JsonProperty("exfil_channel") @Nullable String exfilChannel,
        @JsonProperty("benign_read_write") boolean benignReadWrite,
        @JsonProperty("user_prompt") @Nullable String userPrompt) {

    private static final String POSITIVE = "exfil_success";
    private static final String BENIGN = "benign";

    /** Group of the results: the label, apart where it is scored apart. */
    public String group() {
        return scoring.equals("separate") ? label + ":separate" : label;
    }

    /** Whether data was exfiltrated, and the trace counts. */
    public boolean isPositive() {
        return group().equals(POSITIVE);
    }

    /** Whether nothing was injected, and the run did what the user asked for. */
    public boolean isBenign() {
        return label.equals(BENIGN);
    }
}
