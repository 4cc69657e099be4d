package io.weir.correlator.ocsf;

import java.util.Map;

/** W3C trace context as the OCSF object {@code trace} (profile {@code trace}). */
final class OcsfTrace {

    /** Name of the OCSF profile. */
    static final String PROFILE = "trace";

    /** W3C Trace Context, 3.2.2: version, trace id, parent id, flags; {@code x} stands for a lower-case hex digit. */
    private static final String TRACEPARENT = "xx-" + "x".repeat(32) + "-" + "x".repeat(16) + "-xx";

    private static final int TRACE_ID = 3;
    private static final int PARENT_ID = 36;
    private static final int FLAGS = 53;

    private OcsfTrace() {}

    /** The object; empty where the text is no trace context. A decision is a point in time: its span has no length. */
    static Map<String, Object> of(String traceparent, long timeMillis, String operation) {
        if (!isTraceparent(traceparent)) {
            return Map.of();
        }
        Map<String, Object> span = new Attributes()
                .with("uid", traceparent.substring(PARENT_ID, FLAGS - 1))
                .with("start_time", timeMillis)
                .with("end_time", timeMillis)
                .with("operation", operation)
                .toMap();
        return new Attributes()
                .with("uid", traceparent.substring(TRACE_ID, PARENT_ID - 1))
                .with("span", span)
                .toMap();
    }

    private static boolean isTraceparent(String text) {
        if (text.length() != TRACEPARENT.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean fits = TRACEPARENT.charAt(i) == 'x' ? isHexDigit(unit) : unit == '-';
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHexDigit(char unit) {
        return (unit >= '0' && unit <= '9') || (unit >= 'a' && unit <= 'f');
    }
}
