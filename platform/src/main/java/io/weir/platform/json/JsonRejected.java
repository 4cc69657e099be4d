package io.weir.platform.json;

import io.weir.schemas.error.ErrorCode;

/** A text from outside that is not the JSON we read. The message says what and where, and holds nothing of the text. */
public final class JsonRejected extends Exception {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    JsonRejected(ErrorCode code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    /** The catalogued error. */
    public ErrorCode code() {
        return code;
    }

    /** What is wrong and where: line and column from 1, or a byte offset from 0. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
