package io.weir.edge.enforce;

/** The bytes that go out in place of the agent's. */
public final class RedactedBody {

    private final byte[] bytes;

    /** These bytes. */
    public RedactedBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }
}
