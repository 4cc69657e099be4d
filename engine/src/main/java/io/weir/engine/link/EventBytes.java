package io.weir.engine.link;

/**
 * An event in its host's form, as its record holds it, so that what is kept of it need not be written anew. Immutable.
 */
public final class EventBytes {

    private final byte[] bytes;

    /** These bytes, which must not be changed afterwards. */
    public EventBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes, not to be changed. */
    byte[] bytes() {
        return bytes;
    }
}
