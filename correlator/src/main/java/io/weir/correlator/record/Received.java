package io.weir.correlator.record;

/**
 * A record's value, and the bytes that it was read from: the audit log commits to the bytes.
 *
 * @param <T> type of the value
 */
public final class Received<T> {

    private final T value;
    private final byte[] bytes;

    /** A value and its bytes, which must not be changed afterwards. */
    public Received(T value, byte[] bytes) {
        this.value = value;
        this.bytes = bytes;
    }

    /** The value. */
    public T value() {
        return value;
    }

    /** The bytes, not to be changed. */
    public byte[] bytes() {
        return bytes;
    }
}
