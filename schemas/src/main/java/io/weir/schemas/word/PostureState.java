package io.weir.schemas.word;

/** What people say of a finding of posture. */
public enum PostureState {
    /** Nothing, or that it is to be looked into again. */
    OPEN,
    /** Somebody has seen it. */
    ACKNOWLEDGED,
    /** Somebody has done something about it, so that it should be found no more within a day. */
    RESOLVED,
    /** People live with it. */
    ACCEPTED
}
