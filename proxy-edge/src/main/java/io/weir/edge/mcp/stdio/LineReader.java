package io.weir.edge.mcp.stdio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines of bounded length; of a longer one it keeps both ends. Used by one thread. */
final class LineReader {

    private static final int BUFFER_BYTES = 64 << 10;
    private static final int END_BYTES = 512;

    private final InputStream in;
    private final int bytesMax;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int start;
    private int end;

    LineReader(InputStream in, int bytesMax) {
        this.in = in;
        this.bytesMax = bytesMax;
    }

    /** A line without its end. */
    static final class Line {

        private final byte[] bytes;
        private final byte[] tail;
        private final long length;

        Line(byte[] bytes, byte[] tail, long length) {
            this.bytes = bytes;
            this.tail = tail;
            this.length = length;
        }

        /** The line; of one that is too long, its beginning. Not to be changed. */
        byte[] bytes() {
            return bytes;
        }

        /** The end of a line that is too long; empty otherwise. Not to be changed. */
        byte[] tail() {
            return tail;
        }

        /** Bytes of the whole line. */
        long length() {
            return length;
        }

        boolean isTooLong() {
            return length > bytes.length;
        }

        boolean isBlank() {
            for (byte unit : bytes) {
                if (unit != ' ' && unit != '\t' && unit != '\r') {
                    return false;
                }
            }
            return !isTooLong();
        }
    }

    /** The next line, or null at the end. A last line without a line end counts. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] tail = new byte[0];
        long length = 0;
        while (true) {
            if (start == end && !fill()) {
                return length == 0 ? null : new Line(line.toByteArray(), tail, length);
            }
            int stop = start;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            int room = Math.max(0, Math.min(stop - start, bytesMax - line.size()));
            line.write(buffer, start, room);
            if (room < stop - start) {
                tail = lastOf(tail, Arrays.copyOfRange(buffer, start, stop));
            }
            length += stop - start;
            boolean ended = stop < end;
            start = ended ? stop + 1 : stop;
            if (ended) {
                return new Line(line.toByteArray(), tail, length);
            }
        }
    }

    private static byte[] lastOf(byte[] before, byte[] more) {
        byte[] both = Arrays.copyOf(before, before.length + more.length);
        System.arraycopy(more, 0, both, before.length, more.length);
        return both.length <= END_BYTES ? both : Arrays.copyOfRange(both, both.length - END_BYTES, both.length);
    }

    private boolean fill() throws IOException {
        start = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
