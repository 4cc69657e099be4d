package io.weir.launcher.eval.noise;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.platform.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A finding in ordinary traffic, for developers.
 *
 * @param traceId the run
 * @param seq the event of the run
 * @param rule that found it
 * @param address of the leaf
 * @param start first UTF-16 unit in the leaf
 * @param end one past the last
 * @param text what was found and a little around it; null unless asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoiseFinding(
        @JsonProperty("trace_id") String traceId,
        @JsonProperty("seq") int seq,
        @JsonProperty("rule") String rule,
        @JsonProperty("address") String address,
        @JsonProperty("start") int start,
        @JsonProperty("end") int end,
        @JsonProperty("text") @Nullable String text) {

    private static final int AROUND = 40;

    /** What stands at a place of a leaf, marked, with a little around it. */
    static String excerpt(String leaf, int start, int end) {
        String before = leaf.substring(Math.max(0, start - AROUND), start);
        String behind = leaf.substring(end, Math.min(leaf.length(), end + AROUND));
        return before + ">>>" + leaf.substring(start, end) + "<<<" + behind;
    }

    String line() {
        return rule + "  " + traceId + "#" + seq + "  " + address + "@" + start + "-" + end
                + (text == null ? "" : "  " + Json.text(text));
    }
}
