package io.weir.edge.call;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Undoes gzip (RFC 1952) of a call, and takes only what holds nothing but its content: one member, no name, no comment,
 * no extra field, nothing behind it. Whatever else there is would be forwarded without having been scanned.
 */
final class StrictGzip {

    private static final int HEADER_BYTES = 10;
    private static final int TRAILER_BYTES = 8;
    private static final int MAGIC = 0x8b1f;
    private static final int DEFLATE = 8;

    /** Flags that announce more fields: all but the one for text. */
    private static final int FIELD_FLAGS = 0xfe;

    private static final int STRETCH_BYTES = 8 << 10;

    private StrictGzip() {}

    /**
     * The content, and one byte more than the limit if it is longer.
     *
     * @return empty if it is no such gzip
     */
    static Optional<byte[]> content(byte[] coded, int bytesMax) {
        if (coded.length < HEADER_BYTES + TRAILER_BYTES || !hasPlainHeader(coded)) {
            return Optional.empty();
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(coded, HEADER_BYTES, coded.length - HEADER_BYTES);
            byte[] content = inflate(inflater, bytesMax);
            boolean whole = content.length > bytesMax || endsWithTrailer(coded, inflater, content);
            return whole ? Optional.of(content) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private static boolean hasPlainHeader(byte[] coded) {
        ByteBuffer header = ByteBuffer.wrap(coded).order(ByteOrder.LITTLE_ENDIAN);
        return (header.getShort() & 0xffff) == MAGIC && header.get() == DEFLATE && (header.get() & FIELD_FLAGS) == 0;
    }

    private static byte[] inflate(Inflater inflater, int bytesMax) throws DataFormatException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] stretch = new byte[STRETCH_BYTES];
        while (!inflater.finished() && content.size() <= bytesMax) {
            int length = inflater.inflate(stretch, 0, Math.min(stretch.length, bytesMax + 1 - content.size()));
            if (length == 0 && !inflater.finished()) {
                throw new DataFormatException("the content ends early");
            }
            content.write(stretch, 0, length);
        }
        return content.toByteArray();
    }

    private static boolean endsWithTrailer(byte[] coded, Inflater inflater, byte[] content) {
        if (inflater.getRemaining() != TRAILER_BYTES) {
            return false;
        }
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ByteBuffer trailer = ByteBuffer.wrap(coded, coded.length - TRAILER_BYTES, TRAILER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        return trailer.getInt() == (int) checksum.getValue() && trailer.getInt() == content.length;
    }
}
