package io.weir.correlator.ocsf;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** W3C trace context as the OCSF object {@code trace} (profile {@code trace}). */
final class OcsfTrace {

    /** Name of the OCSF profile. */
    static final String PROFILE = "trace";

    /** W3C Trace Context, 3.2.2: version, trace id, parent id, flags. */
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");

    private OcsfTrace() {}

    /** The object; empty where the text is no trace context. A decision is a point in time: its span has no length. */
    static Map<String, Object> of(String traceparent, long timeMillis, String operation) {
        Matcher matcher = TRACEPARENT.matcher(traceparent);
        if (!matcher.matches()) {
            return Map.of();
        }
        Map<String, Object> span = new Attributes()
                .with("uid", matcher.group(2))
                .with("start_time", timeMillis)
                .with("end_time", timeMillis)
                .with("operation", operation)
                .toMap();
        return new Attributes().with("uid", matcher.group(1)).with("span", span).toMap();
    }
}
