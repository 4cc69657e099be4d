package io.weir.edge.response;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.GZIPContentDecoder;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.jspecify.annotations.Nullable;

/** Undoes gzip (RFC 1952) of a body that arrives piece by piece, a small stretch at a time. */
final class GzipStream implements AutoCloseable {

    private final GZIPContentDecoder decoder;

    GzipStream(int stretchBytesMax) {
        this.decoder = new StretchDecoder(stretchBytesMax);
    }

    /**
     * The next stretch of plain bytes.
     *
     * @param coded consumed as far as it was needed
     * @return an empty stretch if more coded bytes are needed, null if they are not gzip
     */
    @Nullable
    ByteBuffer next(ByteBuffer coded) {
        try {
            RetainableByteBuffer plain = decoder.decode(coded);
            ByteBuffer copy = ByteBuffer.allocate(plain.remaining());
            copy.put(plain.getByteBuffer()).flip();
            plain.release();
            return copy;
        } catch (RuntimeException e) {
            // The decoder wraps a ZipException; what kind of damage it is changes nothing.
            return null;
        }
    }

    @Override
    public void close() {
        decoder.destroy();
    }

    /** Jetty's decoder collects all that a buffer expands to; this one stops after each stretch. */
    private static final class StretchDecoder extends GZIPContentDecoder {

        StretchDecoder(int stretchBytesMax) {
            super(stretchBytesMax);
        }

        @Override
        protected boolean decodedChunk(RetainableByteBuffer chunk) {
            super.decodedChunk(chunk);
            return true;
        }
    }
}
