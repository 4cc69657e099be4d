package io.weir.schemas.word;

/** Why a call was judged again after it had gone out. */
public enum RetroactiveCause {
    /** A read that happened before the call became known after it. */
    LATE_READ,
    /** Content was declared sensitive after the call. */
    LATE_CLASSIFICATION,
    /** A value was declared a canary after the call. */
    NEW_CANARY,
    /** A declassification that had let the call pass was revoked. */
    REVOKED_DECLASSIFICATION
}
