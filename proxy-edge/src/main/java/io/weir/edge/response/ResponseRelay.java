package io.weir.edge.response;

import io.weir.client.ScanFailure;
import io.weir.edge.upstream.Piece;
import io.weir.edge.upstream.UpstreamResponse;
import io.weir.edge.upstream.UpstreamUnreachable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;

/**
 * Hands a response on to the agent, and each byte only after the part that holds it has been reported: so the agent
 * cannot act on anything that the scan API does not know yet. At most one part is held, for at most
 * {@code holdMillis}; a stream of events therefore flows, in steps.
 *
 * <p>Once nothing more is read (no text, or beyond the limit), only the newest piece is held, so that even then the end
 * of the body comes after the report.
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
     * @throws UpstreamUnreachable if the response broke off
     * @throws IOException if the agent is gone
     */
    public void relay(UpstreamResponse from, Content.Sink to, ResponseReport report)
            throws ScanFailure, UpstreamUnreachable, IOException, InterruptedException {
        try {
            Piece piece;
            do {
                piece = from.next(patienceMillis());
                if (piece == Piece.PAUSE || isEnough(piece, report)) {
                    report.flush();
                    handOn(to, false);
                }
                hold(piece.bytes());
                report.take(piece.bytes());
            } while (!piece.isLast());
            report.finish();
            handOn(to, true);
        } finally {
            heldBytes.remove(held.size());
        }
    }

    private boolean isEnough(Piece next, ResponseReport report) {
        return next.bytes().length > 0 && (held.size() >= holdBytesMax || !report.isReading());
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

    private void handOn(Content.Sink to, boolean last) throws IOException {
        Content.Sink.write(to, last, ByteBuffer.wrap(held.toByteArray()));
        begun = true;
        heldBytes.remove(held.size());
        held.reset();
    }
}
