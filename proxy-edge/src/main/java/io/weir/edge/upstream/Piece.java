package io.weir.edge.upstream;

/** A stretch of a body, at most a network buffer long. */
public final class Piece {

    /** Nothing has come for a while; the body goes on. */
    public static final Piece PAUSE = new Piece(new byte[0], false);

    private final byte[] bytes;
    private final boolean last;

    Piece(byte[] bytes, boolean last) {
        this.bytes = bytes;
        this.last = last;
    }

    /** The bytes; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Whether the body ends with this piece. */
    public boolean isLast() {
        return last;
    }
}
