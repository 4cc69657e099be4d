package io.weir.edge.response;

import io.weir.client.ScanFailure;
import io.weir.edge.upstream.Piece;
import io.weir.edge.upstream.UpstreamResponse;
import io.weir.edge.upstream.UpstreamUnreachable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;

/**
 * Hands a response on to the agent, and each byte only after the part that holds it has been reported: so the agent
 * cannot act on anything that the scan API does not know yet. At most one part is held, for at most
 * {@code holdMillis}; a stream of events therefore flows, in steps.
 *
 * <p>Once nothing more is read (no text, or beyond the limit), only the newest piece is held, so that even then the end
 * of the body comes after the report. Where rulings on parts are carried out, a body that is no stream of events is
 * held until a part is full, so that what is short is ruled on as a whole.
 */
public final class ResponseRelay {

    private final int holdBytesMax;
    private final int holdMillisMax;
    private final HeldBytes heldBytes;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private long oldestNanos;
    private boolean begun;

    /**
     * A relay for one response.
     *
     * @param holdBytesMax bytes that are held before they are reported and handed on
     * @param holdMillisMax time after which they are, if the rest is slow to come
     */
    public ResponseRelay(int holdBytesMax, int holdMillisMax, HeldBytes heldBytes) {
        this.holdBytesMax = holdBytesMax;
        this.holdMillisMax = holdMillisMax;
        this.heldBytes = heldBytes;
    }

    /**
     * Relays the body and ends it.
     *
     * @throws ScanFailure if a part could not be reported; what was held has not been handed on
     * @throws ResponseWithheld if the agent may not have it; likewise
     * @throws UpstreamUnreachable if the response broke off
     * @throws IOException if the agent is gone
     */
    public void relay(UpstreamResponse from, Response to, ResponseReport report)
            throws ScanFailure, ResponseWithheld, UpstreamUnreachable, IOException, InterruptedException {
        try {
            Piece piece;
            do {
                piece = from.next(report.isInHurry() ? patienceMillis() : Long.MAX_VALUE);
                if (piece == Piece.PAUSE || isEnough(piece, report)) {
                    report.flush();
                    handOn(to, report, false);
                }
                hold(piece.bytes());
                report.take(piece.bytes());
            } while (!piece.isLast());
            report.finish();
            handOn(to, report, true);
        } finally {
            heldBytes.remove(held.size());
        }
    }

    private boolean isEnough(Piece next, ResponseReport report) {
        return next.bytes().length > 0 && held.size() > 0 && (held.size() >= holdBytesMax || !report.isReading());
    }

    /** With nothing to hand on there is no hurry, except that the agent should see the headers. */
    private long patienceMillis() {
        if (held.size() == 0) {
            return begun ? Long.MAX_VALUE : holdMillisMax;
        }
        long heldMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - oldestNanos);
        return Math.max(0, holdMillisMax - heldMillis);
    }

    private void hold(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        if (held.size() == 0) {
            oldestNanos = System.nanoTime();
        }
        held.writeBytes(bytes);
        heldBytes.add(bytes.length);
    }

    private void handOn(Response to, ResponseReport report, boolean last) throws ResponseWithheld, IOException {
        byte[] bytes = report.released(held.toByteArray());
        if (!begun && report.isRedacted()) {
            RedactedHeaders.adapt(to.getHeaders());
        }
        if (!begun && !last && report.mayBeRedacted()) {
            to.getHeaders().remove(HttpHeader.CONTENT_LENGTH);
        }
        Content.Sink.write(to, last, ByteBuffer.wrap(bytes));
        begun = true;
        heldBytes.remove(held.size());
        held.reset();
    }
}
