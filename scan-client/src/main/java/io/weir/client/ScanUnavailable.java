package io.weir.client;

/** The scan API could not be reached, took too long, is overloaded, failed, or answered what cannot be read. */
public final class ScanUnavailable extends ScanFailure {

    private static final long serialVersionUID = 1L;

    ScanUnavailable(String detail) {
        super(detail);
    }

    ScanUnavailable(String detail, Throwable cause) {
        super(detail, cause);
    }
}
