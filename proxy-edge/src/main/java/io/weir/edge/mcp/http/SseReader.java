package io.weir.edge.mcp.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cuts a stream into server-sent events (WHATWG HTML, 9.2), whatever its pieces are. Used by one thread.
 */
final class SseReader {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final int bytesMax;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private List<String> lines = new ArrayList<>();
    private int bytes;
    private boolean afterReturn;
    private boolean begun;

    /** A reader of events of at most so many bytes. */
    SseReader(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    /**
     * One event.
     *
     * @param lines as they came, without their ends
     */
    record Event(List<String> lines) {

        /** The data: what stands after {@code data:}, a line end between two of them. */
        String data() {
            return lines.stream()
                    .filter(text -> text.equals("data") || text.startsWith("data:"))
                    .map(text -> value(text.substring(Math.min(text.length(), "data:".length()))))
                    .collect(Collectors.joining("\n"));
        }

        private static String value(String text) {
            return text.startsWith(" ") ? text.substring(1) : text;
        }

        /** The event on the wire, with other data if it is given. */
        String wire(String data) {
            StringBuilder wire = new StringBuilder();
            boolean given = data.equals(data());
            lines.stream()
                    .filter(text -> given || !(text.equals("data") || text.startsWith("data:")))
                    .forEach(text -> wire.append(text).append('\n'));
            if (!given) {
                wire.append("data: ")
                        .append(data.replace("\n", " ").replace("\r", " "))
                        .append('\n');
            }
            return wire.append('\n').toString();
        }
    }

    /** An event is longer than the limit. */
    static final class TooLong extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /**
     * The events that end in these bytes.
     *
     * @throws TooLong if one is longer than the limit
     */
    List<Event> take(byte[] piece) throws TooLong {
        List<Event> events = new ArrayList<>();
        for (byte unit : piece) {
            boolean second = afterReturn && unit == '\n';
            afterReturn = unit == '\r';
            if (second) {
                continue;
            }
            if (unit == '\n' || unit == '\r') {
                endLine(events);
            } else {
                line.write(unit);
                if (++bytes > bytesMax) {
                    throw new TooLong();
                }
            }
        }
        return events;
    }

    private void endLine(List<Event> events) {
        String text = text();
        if (!text.isEmpty()) {
            lines.add(text);
        } else if (!lines.isEmpty()) {
            events.add(new Event(List.copyOf(lines)));
            lines = new ArrayList<>();
            bytes = 0;
        }
    }

    private String text() {
        byte[] raw = line.toByteArray();
        line.reset();
        boolean marked = !begun && raw.length >= 3 && Arrays.equals(raw, 0, 3, BYTE_ORDER_MARK, 0, 3);
        begun = true;
        return marked
                ? new String(raw, 3, raw.length - 3, StandardCharsets.UTF_8)
                : new String(raw, StandardCharsets.UTF_8);
    }
}
