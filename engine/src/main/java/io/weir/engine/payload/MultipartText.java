package io.weir.engine.payload;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a multipart text (RFC 2046, section 5.1), as ranges of it. What stands before the first delimiter and
 * after the last is a part without headers, so that nothing stays unread.
 *
 * @param parts in order
 */
record MultipartText(List<Part> parts) {

    private static final String DASHES = "--";

    /**
     * One part.
     *
     * @param start of its headers
     * @param content where its content begins
     * @param end one past its content
     */
    record Part(int start, int content, int end) {}

    /** The parts between the delimiters of a boundary; none where the text has no such delimiter. */
    static MultipartText parse(String text, String boundary) {
        String delimiter = DASHES + boundary;
        List<Part> parts = new ArrayList<>();
        int at = boundary.isEmpty() ? -1 : next(text, delimiter, 0);
        if (at < 0) {
            return new MultipartText(List.of());
        }
        addBare(parts, text, 0, at);
        while (at >= 0) {
            int start = lineEnd(text, at + delimiter.length());
            boolean last = text.startsWith(DASHES, at + delimiter.length());
            int following = last ? -1 : next(text, delimiter, start);
            int end = following < 0 ? text.length() : withoutLineEnd(text, start, following);
            if (last || following < 0) {
                addBare(parts, text, last ? at + delimiter.length() + DASHES.length() : start, text.length());
            } else {
                parts.add(new Part(start, contentStart(text, start, end), end));
            }
            at = following;
        }
        return new MultipartText(parts);
    }

    private static void addBare(List<Part> parts, String text, int start, int end) {
        if (!text.substring(start, end).isBlank()) {
            parts.add(new Part(start, start, end));
        }
    }

    /** Where the delimiter stands next at the beginning of a line, or -1. */
    private static int next(String text, String delimiter, int from) {
        int at = text.indexOf(delimiter, from);
        while (at > 0 && text.charAt(at - 1) != '\n') {
            at = text.indexOf(delimiter, at + 1);
        }
        return at;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    private static int withoutLineEnd(String text, int start, int end) {
        int last = end > start && text.charAt(end - 1) == '\n' ? end - 1 : end;
        return last > start && text.charAt(last - 1) == '\r' ? last - 1 : last;
    }

    /**
     * One past the empty line after the headers; the start where there are none, the end where there is no such line.
     */
    private static int contentStart(String text, int start, int end) {
        int at = start;
        while (at < end) {
            int next = Math.min(end, lineEnd(text, at));
            if (text.substring(at, next).isBlank()) {
                return next;
            }
            at = next;
        }
        return end;
    }
}
