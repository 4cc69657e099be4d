package io.weir.schemas.word;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What has become of a held call, in the words of the wire. */
public enum ApprovalState {
    /** Nobody has decided yet. */
    @JsonProperty("pending")
    PENDING,
    /** The call may be made, within its window. */
    @JsonProperty("approved")
    APPROVED,
    /** The call may not be made. */
    @JsonProperty("denied")
    DENIED,
    /** Nobody decided in time. */
    @JsonProperty("expired")
    EXPIRED
}
