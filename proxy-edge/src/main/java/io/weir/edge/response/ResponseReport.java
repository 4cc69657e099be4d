package io.weir.edge.response;

import io.weir.client.ScanFailure;
import io.weir.edge.call.JsonText;
import io.weir.edge.call.MediaType;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/**
 * Reports one response while it arrives: as one JSON value if it is short JSON, as one text if it is short, and as
 * consecutive texts that overlap if it is long. Bodies that are no text are reported by type and size. Used by one
 * thread.
 */
public final class ResponseReport implements AutoCloseable {

    private final MediaType type;
    private final BodyForm form;
    private final ReportLimits limits;
    private final ReportSink sink;
    private final TextWindow window;
    private final BodyText text;
    private final ReleasedText released;
    private boolean reading;
    private boolean broken;
    private boolean begun;
    private boolean cutInsideCharacter;
    private int parts;
    private int reportedBytes;
    private long seenBytes;
    private long unreadBytes;

    /** The report of a response with these headers. */
    public ResponseReport(HttpFields headers, ReportLimits limits, ReportSink sink) {
        this.form = BodyForm.of(headers);
        this.type = form.type();
        this.limits = limits;
        this.sink = sink;
        this.window = new TextWindow(limits.windowBytes(), limits.overlapUnits());
        this.text = new BodyText(type, form.gzipped());
        this.released = new ReleasedText(type.charset() == null ? StandardCharsets.UTF_8 : type.charset());
        this.reading = form.isReadable();
    }

    /**
     * Takes the next piece. Parts that it fills are reported before this returns.
     *
     * @throws ScanFailure if a part could not be reported
     * @throws ResponseWithheld if the agent may not have it
     */
    public void take(byte[] piece) throws ScanFailure, ResponseWithheld, InterruptedException {
        seenBytes += piece.length;
        if (sink.guards() && piece.length > 0 && form.isHidden()) {
            throw new ResponseWithheld("The response is coded in a way that cannot be read.");
        }
        if (!reading) {
            unreadBytes += piece.length;
        } else if (!text.decode(piece, this::append)) {
            reading = false;
            broken = true;
            if (sink.guards() && (text.isBroken() || released.isRedacted())) {
                throw new ResponseWithheld("The rest of the response cannot be read.");
            }
        }
    }

    /**
     * Reports what has come since the last part, if anything.
     *
     * @throws ScanFailure if it could not be reported
     * @throws ResponseWithheld if the agent may not have it
     */
    public void flush() throws ScanFailure, ResponseWithheld, InterruptedException {
        if (window.hasNews()) {
            reportWindow(window.text());
        }
    }

    /**
     * Reports the rest. Every response is reported at least once, an empty one as an empty text.
     *
     * @throws ScanFailure if it could not be reported
     * @throws ResponseWithheld if the agent may not have it
     */
    public void finish() throws ScanFailure, ResponseWithheld, InterruptedException {
        if (reading) {
            text.finish(this::append);
        }
        if (parts > 0) {
            flush();
        } else if (window.hasNews() || seenBytes == 0) {
            report(whole());
        } else {
            sink.report(description());
        }
        sink.finished(unreadBytes);
    }

    /**
     * The bytes to hand on in place of those that were held since the last time. All of them must have been reported.
     *
     * @throws ResponseWithheld if what was redacted no longer fits to what has been handed on
     */
    public byte[] released(byte[] held) throws ResponseWithheld {
        byte[] ruled = released.release();
        if (!released.isRedacted()) {
            begun |= held.length > 0;
            cutInsideCharacter = text.endsInsideCharacter();
            return held;
        }
        if (begun && (form.gzipped() || cutInsideCharacter)) {
            throw new ResponseWithheld("What must go cannot be cut out of the rest of the response.");
        }
        return ruled;
    }

    /** Whether the agent gets something else than the upstream sent. */
    public boolean isRedacted() {
        return released.isRedacted();
    }

    /** Whether something can still be redacted in what is to come, so that its length is not known. */
    public boolean mayBeRedacted() {
        return sink.guards() && reading;
    }

    /** Whether pieces are read and reported; if not, nothing is gained by holding them. */
    public boolean isReading() {
        return reading;
    }

    /** Whether pieces must be handed on as they come: where events come one by one, or nothing is ruled on them. */
    public boolean isInHurry() {
        return !sink.guards() || form.isEventStream();
    }

    @Override
    public void close() {
        text.close();
    }

    private boolean append(CharBuffer units) throws ScanFailure, ResponseWithheld, InterruptedException {
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

    private void reportWindow(Object body) throws ScanFailure, ResponseWithheld, InterruptedException {
        reportedBytes += window.bytes();
        String permitted = report(body);
        if (sink.guards()) {
            // The next part repeats what the agent has, not what it may not have.
            window.replace(permitted);
        }
        window.advance();
    }

    /** Reports a part; what of it the agent may have is known where that is ruled on. */
    private String report(Object body) throws ScanFailure, ResponseWithheld, InterruptedException {
        PartRuling ruling = sink.report(body);
        parts++;
        return sink.guards() ? released.take(ruling, body, window.repeatedUnits()) : "";
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
