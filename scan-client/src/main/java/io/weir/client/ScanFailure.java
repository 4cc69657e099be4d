package io.weir.client;

/** The scan API gave no answer to go by. A caller that enforces must not let the call through. */
public abstract sealed class ScanFailure extends Exception permits ScanUnavailable, ScanRefused {

    private static final long serialVersionUID = 1L;

    ScanFailure(String detail) {
        super(detail);
    }

    ScanFailure(String detail, Throwable cause) {
        super(detail, cause);
    }

    /** What happened, for operators; holds nothing of the call. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
