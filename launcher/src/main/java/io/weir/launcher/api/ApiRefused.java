package io.weir.launcher.api;

/** The scan API answered with a problem. */
public final class ApiRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A refusal with a message for people. */
    ApiRefused(String message) {
        super(message);
    }
}
