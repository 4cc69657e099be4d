package io.weir.engine.payload;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** Packs bytes again in the way in which others were packed (RFC 1950, RFC 1952). */
final class Deflation {

    private static final int[] LEVELS = {Deflater.DEFAULT_COMPRESSION, Deflater.BEST_COMPRESSION, Deflater.BEST_SPEED};
    private static final int GZIP_HEADER_LENGTH = 10;
    private static final int GZIP_FLAGS_AT = 3;

    private Deflation() {}

    /**
     * Other bytes, packed as these are: null where packing the same bytes again does not give the same result, so that
     * nobody can say how it was done.
     *
     * @param packed what came in
     * @param before what it holds
     * @param after what it shall hold
     */
    static byte @Nullable [] like(byte[] packed, byte[] before, byte[] after) {
        boolean gzip = PackedFormat.of(packed) == PackedFormat.GZIP;
        if (gzip && packed[GZIP_FLAGS_AT] != 0) {
            return null;
        }
        byte[] header = gzip ? Arrays.copyOf(packed, GZIP_HEADER_LENGTH) : new byte[0];
        for (int level : LEVELS) {
            if (Arrays.equals(pack(header, before, level), packed)) {
                return pack(header, after, level);
            }
        }
        return null;
    }

    private static byte[] pack(byte[] gzipHeader, byte[] bytes, int level) {
        boolean gzip = gzipHeader.length > 0;
        Deflater deflater = new Deflater(level, gzip);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 2 + 64);
            packed.writeBytes(gzipHeader);
            byte[] chunk = new byte[8 << 10];
            while (!deflater.finished()) {
                packed.write(chunk, 0, deflater.deflate(chunk));
            }
            if (gzip) {
                CRC32 check = new CRC32();
                check.update(bytes);
                writeLittleEndian(packed, (int) check.getValue());
                writeLittleEndian(packed, bytes.length);
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void writeLittleEndian(ByteArrayOutputStream out, int value) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            out.write(value >>> shift);
        }
    }
}
