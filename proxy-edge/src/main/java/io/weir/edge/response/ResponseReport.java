package io.weir.edge.response;

import io.weir.client.ScanFailure;
import io.weir.edge.call.JsonText;
import io.weir.edge.call.MediaType;
import java.nio.CharBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/**
 * Reports one response while it arrives: as one JSON value if it is short JSON, as one text if it is short, and as
 * consecutive texts that overlap if it is long. Bodies that are no text are reported by type and size. Used by one
 * thread.
 */
public final class ResponseReport implements AutoCloseable {

    private final MediaType type;
    private final ReportLimits limits;
    private final ReportSink sink;
    private final TextWindow window;
    private final BodyText text;
    private boolean reading;
    private boolean broken;
    private int parts;
    private int reportedBytes;
    private long seenBytes;
    private long unreadBytes;

    /** The report of a response with these headers. */
    public ResponseReport(HttpFields headers, ReportLimits limits, ReportSink sink) {
        List<String> codings = headers.getCSV("Content-Encoding", false).stream()
                .map(coding -> coding.toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.equals("identity"))
                .toList();
        boolean gzipped = codings.equals(List.of("gzip")) || codings.equals(List.of("x-gzip"));
        this.type = MediaType.of(headers.get("Content-Type"));
        this.limits = limits;
        this.sink = sink;
        this.window = new TextWindow(limits.windowBytes(), limits.overlapUnits());
        this.text = new BodyText(type, gzipped);
        this.reading = !type.isBinary() && (codings.isEmpty() || gzipped);
    }

    /**
     * Takes the next piece. Parts that it fills are reported before this returns.
     *
     * @throws ScanFailure if a part could not be reported
     */
    public void take(byte[] piece) throws ScanFailure, InterruptedException {
        seenBytes += piece.length;
        if (!reading) {
            unreadBytes += piece.length;
        } else if (!text.decode(piece, this::append)) {
            reading = false;
            broken = true;
        }
    }

    /**
     * Reports what has come since the last part, if anything.
     *
     * @throws ScanFailure if it could not be reported
     */
    public void flush() throws ScanFailure, InterruptedException {
        if (window.hasNews()) {
            reportWindow(window.text());
        }
    }

    /**
     * Reports the rest. Every response is reported at least once, an empty one as an empty text.
     *
     * @throws ScanFailure if it could not be reported
     */
    public void finish() throws ScanFailure, InterruptedException {
        if (reading) {
            text.finish(this::append);
        }
        if (parts > 0) {
            flush();
        } else if (window.hasNews() || seenBytes == 0) {
            reportWindow(whole());
        } else {
            sink.report(description());
        }
        sink.finished(unreadBytes);
    }

    /** Whether pieces are read and reported; if not, nothing is gained by holding them. */
    public boolean isReading() {
        return reading;
    }

    @Override
    public void close() {
        text.close();
    }

    private boolean append(CharBuffer units) throws ScanFailure, InterruptedException {
        while (units.hasRemaining()) {
            window.append(units);
            if (window.isFull()) {
                reportWindow(window.text());
                if (reportedBytes >= limits.totalBytes()) {
                    return false;
                }
            }
        }
        return true;
    }

    private void reportWindow(Object body) throws ScanFailure, InterruptedException {
        sink.report(body);
        parts++;
        reportedBytes += window.bytes();
        window.advance();
    }

    private Object whole() {
        String body = window.text();
        return type.isJson() && !broken
                ? JsonText.of(body).<Object>map(json -> json).orElse(body)
                : body;
    }

    private Map<String, Object> description() {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("unread_body_type", type.name());
        description.put("unread_body_bytes", seenBytes);
        return description;
    }
}
