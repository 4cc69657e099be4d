package io.weir.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What comes in over a connection, read through one buffer. Used by one thread at a time. */
final class Incoming {

    private static final int BUFFER_BYTES = 8 << 10;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int next;
    private int end;

    Incoming(InputStream in) {
        this.in = in;
    }

    /** Whether nothing has come that was not read. */
    boolean isDrained() {
        return next == end;
    }

    /**
     * A line without its end.
     *
     * @throws IOException if it is longer than so many bytes, or breaks off
     */
    String line(int bytesMax) throws IOException {
        for (int i = next; i < end; i++) {
            if (buffer[i] == '\n' && i - next <= bytesMax) {
                String line = text(next, i);
                next = i + 1;
                return line;
            }
        }
        return lineAcrossReads(bytesMax);
    }

    private String text(int start, int lineFeed) {
        int last = lineFeed > start && buffer[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
        return new String(buffer, start, last - start, StandardCharsets.ISO_8859_1);
    }

    private String lineAcrossReads(int bytesMax) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int unit = read(); unit != '\n'; unit = read()) {
            if (line.length() >= bytesMax) {
                throw new IOException("the head of the answer is too long");
            }
            line.append((char) unit);
        }
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
    }

    /** So many bytes. */
    byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        int filled = Math.min(count, end - next);
        System.arraycopy(buffer, next, bytes, 0, filled);
        next += filled;
        if (in.readNBytes(bytes, filled, count - filled) < count - filled) {
            throw brokenOff();
        }
        return bytes;
    }

    private int read() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, in.read(buffer));
            if (end == 0) {
                throw brokenOff();
            }
        }
        return buffer[next++] & 0xff;
    }

    private static EOFException brokenOff() {
        return new EOFException("the connection ended before the answer did");
    }
}
