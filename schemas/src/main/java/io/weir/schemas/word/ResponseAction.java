package io.weir.schemas.word;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can be done about an incident, in the words of the wire. */
public enum ResponseAction {
    /** No call of the agent is let through. */
    @JsonProperty("suspend_agent")
    SUSPEND_AGENT,
    /** Grants of the agent that are not used yet are taken back. */
    @JsonProperty("revoke_grants")
    REVOKE_GRANTS,
    /** No call of the session is let through before people have agreed. */
    @JsonProperty("hold_session")
    HOLD_SESSION,
    /** The agent is watched closely for a day. */
    @JsonProperty("scrutinize_agent")
    SCRUTINIZE_AGENT,
    /** A ticket is opened in another system, which says where it is. */
    @JsonProperty("ticket")
    TICKET,
    /** The webhook is told of the incident, whatever else it is told. */
    @JsonProperty("notify")
    NOTIFY,
    /** The keys that name the agent end at once, and people get others in their place. */
    @JsonProperty("rotate_keys")
    ROTATE_KEYS
}
