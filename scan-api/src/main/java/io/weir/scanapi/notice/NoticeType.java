package io.weir.scanapi.notice;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a notice is about, in the words of the wire. */
public enum NoticeType {
    /** A call is held. */
    APPROVAL_HELD("approval.held"),
    /** People have decided on a held call. */
    APPROVAL_DECIDED("approval.decided"),
    /** A one-time code for a held call. */
    APPROVAL_CODE("approval.code"),
    /** An incident was opened. */
    INCIDENT_OPENED("incident.opened"),
    /** Somebody wants others to be told of an incident. */
    INCIDENT_REFERRED("incident.referred"),
    /** Somebody wants a ticket about an incident. */
    INCIDENT_TICKET("incident.ticket");

    private final String word;

    NoticeType(String word) {
        this.word = word;
    }

    /** The word on the wire. */
    @JsonValue
    public String word() {
        return word;
    }
}
