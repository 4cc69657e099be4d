package io.weir.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;

/**
 * Reads one HTTP/1.1 answer (RFC 9112), and strictly: whatever could be read in two ways is refused, and so is an
 * answer that does not say how long it is.
 */
final class AnswerReader {

    private static final int HEAD_BYTES_MAX = 32 << 10;
    private static final int CHUNK_LINE_BYTES_MAX = 1_024;
    private static final int DECIMAL = 10;
    private static final int HEXADECIMAL = 16;
    private static final int LENGTH_UNKNOWN = -1;

    private final Incoming in;
    private final int bodyBytesMax;
    private int headBytesLeft = HEAD_BYTES_MAX;
    private int status;
    private boolean keepsConnection;
    private boolean chunked;
    private int length = LENGTH_UNKNOWN;

    private AnswerReader(Incoming in, int bodyBytesMax) {
        this.in = in;
        this.bodyBytesMax = bodyBytesMax;
    }

    /**
     * The next answer.
     *
     * @throws IOException if it is no answer, too large, or breaks off
     */
    static HttpAnswer read(Incoming in, int bodyBytesMax) throws IOException {
        return new AnswerReader(in, bodyBytesMax).read();
    }

    private HttpAnswer read() throws IOException {
        do {
            readHead();
            // Interim answers have a head alone.
        } while (status < 200);
        byte[] body = body();
        return new HttpAnswer(status, body, keepsConnection && in.isDrained());
    }

    private void readHead() throws IOException {
        String start = headLine();
        boolean hasForm = start.length() >= 12 && start.startsWith("HTTP/1.") && start.charAt(8) == ' ';
        status = hasForm ? number(start.substring(9, 12), DECIMAL) : 0;
        if (status < 100 || (start.length() > 12 && start.charAt(12) != ' ')) {
            throw new IOException("the answer is not HTTP/1.1");
        }
        keepsConnection = start.charAt(7) == '1';
        for (String line = headLine(); !line.isEmpty(); line = headLine()) {
            readField(line);
        }
    }

    private String headLine() throws IOException {
        String line = in.line(headBytesLeft);
        headBytesLeft -= line.length();
        return line;
    }

    private void readField(String line) throws IOException {
        int colon = line.indexOf(':');
        if (colon <= 0 || line.charAt(0) <= ' ' || line.charAt(colon - 1) <= ' ') {
            throw new IOException("the answer has a header that is none");
        }
        String value = line.substring(colon + 1).strip();
        switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "content-length" -> declareLength(number(value, DECIMAL));
            case "transfer-encoding" -> declareChunks(value);
            case "connection" ->
                keepsConnection &= !value.toLowerCase(Locale.ROOT).contains("close");
            default -> {}
        }
    }

    private void declareLength(int declared) throws IOException {
        if (chunked || length != LENGTH_UNKNOWN) {
            throw ambiguous();
        }
        length = bounded(declared);
    }

    private void declareChunks(String coding) throws IOException {
        if (chunked || length != LENGTH_UNKNOWN || !coding.equalsIgnoreCase("chunked")) {
            throw ambiguous();
        }
        chunked = true;
    }

    private static IOException ambiguous() {
        return new IOException("the answer's length is declared in a way that can be misunderstood");
    }

    private byte[] body() throws IOException {
        if (status == 204 || status == 304) {
            return new byte[0];
        }
        if (chunked) {
            return chunks();
        }
        if (length == LENGTH_UNKNOWN) {
            throw new IOException("the answer does not say how long it is");
        }
        return in.bytes(length);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            bounded(body.size() + (long) size);
            body.writeBytes(in.bytes(size));
            if (!in.line(1).isEmpty()) {
                throw new IOException("a chunk of the answer is longer than declared");
            }
        }
        String trailer;
        do {
            trailer = headLine();
        } while (!trailer.isEmpty());
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        String line = in.line(CHUNK_LINE_BYTES_MAX);
        int extension = line.indexOf(';');
        return bounded(number((extension < 0 ? line : line.substring(0, extension)).strip(), HEXADECIMAL));
    }

    private int bounded(long bytes) throws IOException {
        if (bytes > bodyBytesMax) {
            throw new IOException("the answer is larger than " + bodyBytesMax + " bytes");
        }
        return (int) bytes;
    }

    /** Digits alone: no sign, no blanks. What is too large for a number is larger than any limit. */
    private static int number(String text, int radix) throws IOException {
        if (text.isEmpty() || !text.chars().allMatch(unit -> unit < 0x80 && Character.digit(unit, radix) >= 0)) {
            throw new IOException("the answer has a number that is none");
        }
        try {
            return Integer.parseInt(text, radix);
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }
}
