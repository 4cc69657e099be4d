package io.weir.edge.hook;

import io.weir.client.ScanFailure;
import io.weir.edge.response.ReportLimits;
import io.weir.edge.response.ReportSink;
import io.weir.edge.response.ResponseReport;
import io.weir.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** What a tool answered, in parts that the scan API takes: whole if it is short, and as texts that overlap if not. */
final class OutputParts {

    private static final int PART_BYTES = 200 << 10;
    private static final int TOTAL_BYTES = 4 << 20;
    private static final ReportLimits LIMITS = new ReportLimits(PART_BYTES, TOTAL_BYTES, ReportLimits.OVERLAP_UNITS);

    private OutputParts() {}

    static List<Object> of(@Nullable Object output) throws ScanFailure, InterruptedException {
        Object value = output == null ? "" : output;
        byte[] json = Json.bytes(value);
        if (json.length <= PART_BYTES) {
            return List.of(value);
        }
        byte[] text = value instanceof String plain ? plain.getBytes(StandardCharsets.UTF_8) : json;
        List<Object> parts = new ArrayList<>();
        HttpFields type = HttpFields.build().put("Content-Type", "text/plain; charset=utf-8");
        try (ResponseReport report = new ResponseReport(type, LIMITS, collecting(parts))) {
            report.take(text);
            report.finish();
        }
        return parts;
    }

    private static ReportSink collecting(List<Object> parts) {
        return new ReportSink() {
            @Override
            public void report(Object body) {
                parts.add(body);
            }

            @Override
            public void finished(long unreadBytes) {
                if (unreadBytes > 0) {
                    parts.add("(" + unreadBytes + " more bytes were not looked at)");
                }
            }
        };
    }
}
