package io.weir.engine.payload;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Bytes that were unpacked, up to a limit. */
final class Inflated {

    private static final int CHUNK = 8 << 10;

    enum Ending {
        /** That was all. */
        COMPLETE,
        /** There is more than the limit. */
        CUT,
        /** The packed bytes are broken. */
        BROKEN
    }

    private final byte[] bytes;
    private final Ending ending;

    private Inflated(byte[] bytes, Ending ending) {
        this.bytes = bytes;
        this.ending = ending;
    }

    /** The bytes, as far as they could be read. */
    byte[] bytes() {
        return bytes;
    }

    /** Why there are no more of them. */
    Ending ending() {
        return ending;
    }

    static Inflated gzip(byte[] packed, int max) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), CHUNK)) {
            return read(in, max);
        } catch (IOException e) {
            return new Inflated(new byte[0], Ending.BROKEN);
        }
    }

    static Inflated zlib(byte[] packed, int max) {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return read(in, max);
        } catch (IOException e) {
            return new Inflated(new byte[0], Ending.BROKEN);
        }
    }

    /** Reads a stream to its end, but no more than {@code max} bytes. */
    static Inflated read(InputStream in, int max) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        try {
            while (true) {
                int count = in.read(chunk, 0, Math.min(CHUNK, max - bytes.size() + 1));
                if (count < 0) {
                    return new Inflated(bytes.toByteArray(), Ending.COMPLETE);
                }
                int room = max - bytes.size();
                bytes.write(chunk, 0, Math.min(room, count));
                if (count > room) {
                    return new Inflated(bytes.toByteArray(), Ending.CUT);
                }
            }
        } catch (IOException e) {
            return new Inflated(bytes.toByteArray(), Ending.BROKEN);
        }
    }
}
