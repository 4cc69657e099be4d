package io.weir.launcher.eval.detect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is to be found in a text.
 *
 * @param start first UTF-16 unit
 * @param end one past the last
 * @param type the source's own name
 * @param valueStart first unit without quotes and without a key name that stands before the value
 * @param valueEnd one past the last unit without quotes
 */
record Label(int start, int end, String type, int valueStart, int valueEnd) {

    private static final Pattern KEY = Pattern.compile(
            "[\"']?[A-Za-z0-9_.-]{0,40}(?i:session|passw(?:or)?d|pwd|secret|token|key|auth)[\"']?\\s{0,4}(?:=>|:=|=|:)\\s{0,4}");
    private static final String QUOTES = "\"'` \t\r\n";
    private static final double OVERLAP_MIN = 0.8;

    static Label of(String text, int start, int end, String type) {
        Matcher key = KEY.matcher(text).region(start, end);
        int valueStart = key.lookingAt() && key.end() < end ? key.end() : start;
        int valueEnd = end;
        while (valueStart < valueEnd && QUOTES.indexOf(text.charAt(valueStart)) >= 0) {
            valueStart++;
        }
        while (valueEnd > valueStart && QUOTES.indexOf(text.charAt(valueEnd - 1)) >= 0) {
            valueEnd--;
        }
        return valueStart < valueEnd
                ? new Label(start, end, type, valueStart, valueEnd)
                : new Label(start, end, type, start, end);
    }

    /** Whether a finding covers enough of the value. */
    boolean isCoveredBy(Found found) {
        int shared = found.sharedWith(valueStart, valueEnd);
        return shared > 0 && shared >= OVERLAP_MIN * (valueEnd - valueStart);
    }

    boolean isExactly(Found found) {
        return found.start() == start && found.end() == end;
    }

    String value(String text) {
        return text.substring(valueStart, valueEnd);
    }
}
