package io.weir.engine.link;

import java.util.Arrays;

/**
 * A call in its stored form that goes along with a question about it and comes back with the answer, so that nobody has
 * to keep it meanwhile. It is read only where an answer knows something. Immutable.
 */
public final class Enclosure {

    private final byte[] bytes;

    /** Encloses these bytes, which must not be changed afterwards. */
    Enclosure(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes, not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Enclosure enclosure && Arrays.equals(bytes, enclosure.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Enclosure[" + bytes.length + " bytes]";
    }
}
