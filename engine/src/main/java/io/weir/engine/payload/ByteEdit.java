package io.weir.engine.payload;

import org.jspecify.annotations.Nullable;

/** What an editor wants done with bytes. */
final class ByteEdit {

    /** The bytes stay. */
    static final ByteEdit NONE = new ByteEdit(null, -1);

    private final byte @Nullable [] bytes;
    private final int cause;

    /**
     * A change of bytes.
     *
     * @param bytes to write instead; null where they cannot be written in just the same way
     * @param cause the editor's number of its reason; negative where they stay
     */
    ByteEdit(byte @Nullable [] bytes, int cause) {
        this.bytes = bytes;
        this.cause = cause;
    }

    /** The bytes have to go, and cannot be written anew. */
    static ByteEdit lost(int cause) {
        return new ByteEdit(null, cause);
    }

    byte @Nullable [] bytes() {
        return bytes;
    }

    int cause() {
        return cause;
    }

    boolean isNone() {
        return cause < 0;
    }
}
