package io.weir.schemas.word;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an incident turned out to be, in the words of the wire. */
public enum Resolution {
    /** Nothing was wrong. */
    @JsonProperty("false_positive")
    FALSE_POSITIVE,
    /** The agent did what it should not. */
    @JsonProperty("agent_misbehavior")
    AGENT_MISBEHAVIOR,
    /** Somebody else made the agent do it. */
    @JsonProperty("agent_compromised")
    AGENT_COMPROMISED,
    /** A policy was missing or wrong. */
    @JsonProperty("policy_gap")
    POLICY_GAP,
    /** Something around the agent failed. */
    @JsonProperty("infrastructure")
    INFRASTRUCTURE
}
