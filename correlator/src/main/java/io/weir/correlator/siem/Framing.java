package io.weir.correlator.siem;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How several events are put into one body. */
public enum Framing {
    /** Each ends with a line feed. */
    LINES("", "\n", "\n"),
    /** A JSON list. */
    LIST("[", ",", "]");

    private final String begin;
    private final String between;
    private final String end;

    Framing(String begin, String between, String end) {
        this.begin = begin;
        this.between = between;
        this.end = end;
    }

    /** The body of these events, at least one. */
    public byte[] body(List<byte[]> events) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String before = begin;
        for (byte[] event : events) {
            body.writeBytes(bytes(before));
            body.writeBytes(event);
            before = between;
        }
        body.writeBytes(bytes(end));
        return body.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
