package io.weir.launcher.eval.traces;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Of so many flagged positive traces, in how many the right call was flagged.
 *
 * @param n positive traces flagged at all
 * @param hit those in which a call that carried content out was flagged at the trace's strongest tier
 */
record HitCount(
        @JsonProperty("n") int n, @JsonProperty("hit") int hit) {}
