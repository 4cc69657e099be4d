package io.weir.scanapi.notice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads the answer to a post, HTTP/1.1 (RFC 9112), from a connection that is closed behind it: the status, and a text
 * of at most {@value #BODY_BYTES_MAX} bytes, by its length, in chunks, or to the end. For one answer.
 */
final class ReplyReader {

    static final int BODY_BYTES_MAX = 65_536;

    private static final int HEAD_BYTES_MAX = 16_384;

    private final InputStream in;
    private final Deadline deadline;
    private int headBytes;

    /** Has each byte come in time. */
    interface Deadline {
        void check() throws IOException;
    }

    /**
     * A reader of one answer.
     *
     * @param deadline is asked before each byte
     */
    ReplyReader(InputStream in, Deadline deadline) {
        this.in = in;
        this.deadline = deadline;
    }

    /** The status of the answer, which may come after others that only say that it will; what follows is not read. */
    int status() throws IOException {
        int status = status(line());
        while (status < 200) {
            while (!line().isEmpty()) {
                // Nothing of an answer that only says that another will come matters.
                continue;
            }
            status = status(line());
        }
        return status;
    }

    /** The whole answer. */
    PinnedPost.Reply whole() throws IOException {
        int status = status();
        long length = -1;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String field = line.toLowerCase(Locale.ROOT);
            if (field.startsWith("content-length:")) {
                length = number(field.substring("content-length:".length()).strip(), 10);
            }
            chunked |= field.startsWith("transfer-encoding:") && field.endsWith("chunked");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (chunked) {
            chunks(body);
        } else {
            read(length < 0 ? Long.MAX_VALUE : length, length < 0, body);
        }
        return new PinnedPost.Reply(status, body.toString(StandardCharsets.UTF_8));
    }

    private void chunks(ByteArrayOutputStream body) throws IOException {
        long size = number(line().split(";", 2)[0].strip(), 16);
        while (size > 0) {
            read(size, false, body);
            line();
            size = number(line().split(";", 2)[0].strip(), 16);
        }
    }

    private void read(long count, boolean toTheEnd, ByteArrayOutputStream body) throws IOException {
        for (long left = count; left > 0; left--) {
            deadline.check();
            int unit = in.read();
            if (unit < 0 && toTheEnd) {
                return;
            }
            if (unit < 0 || body.size() >= BODY_BYTES_MAX) {
                throw new IOException("the answer is cut off, or longer than " + BODY_BYTES_MAX + " bytes");
            }
            body.write(unit);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (headBytes++ < HEAD_BYTES_MAX) {
            deadline.check();
            int unit = in.read();
            if (unit < 0) {
                break;
            }
            if (unit == '\n') {
                return line.toString().stripTrailing();
            }
            line.append((char) unit);
        }
        throw new IOException("the answer has no status, or no end of its head");
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
            throw new IOException("the answer is not HTTP/1.1");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static long number(String text, int radix) throws IOException {
        try {
            return Long.parseLong(text, radix);
        } catch (NumberFormatException e) {
            throw new IOException("the answer has a length that is no number", e);
        }
    }
}
