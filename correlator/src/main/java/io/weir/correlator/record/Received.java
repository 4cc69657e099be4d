package io.weir.correlator.record;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A record's value, and the bytes that it was read from: the audit log commits to the bytes. Used by the thread of the
 * task that has read it.
 *
 * @param <T> type of the value
 */
public final class Received<T> {

    private final T value;
    private final byte[] bytes;
    private @Nullable Object made;

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

    /** What a processor makes of the value first of all, so that the next one need not make it again. */
    public <M> M made(Class<M> type, Supplier<M> make) {
        if (type.isInstance(made)) {
            return type.cast(made);
        }
        M fresh = make.get();
        made = fresh;
        return fresh;
    }
}
