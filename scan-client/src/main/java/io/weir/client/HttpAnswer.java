package io.weir.client;

/** One whole answer to an HTTP request. */
final class HttpAnswer {

    private final int status;
    private final byte[] body;
    private final boolean keepsConnection;

    HttpAnswer(int status, byte[] body, boolean keepsConnection) {
        this.status = status;
        this.body = body;
        this.keepsConnection = keepsConnection;
    }

    int status() {
        return status;
    }

    /** The body; not to be changed. */
    byte[] body() {
        return body;
    }

    /** Whether another request may go over the same connection. */
    boolean keepsConnection() {
        return keepsConnection;
    }
}
