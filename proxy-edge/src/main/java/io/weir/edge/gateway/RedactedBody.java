package io.weir.edge.gateway;

/** The bytes that go out in place of the agent's. */
final class RedactedBody {

    private final byte[] bytes;

    RedactedBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes; not to be changed. */
    byte[] bytes() {
        return bytes;
    }
}
