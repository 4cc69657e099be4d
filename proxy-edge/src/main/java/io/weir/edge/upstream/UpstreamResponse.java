package io.weir.edge.upstream;

import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;

/**
 * A response whose headers have arrived. Its body is read piece by piece and only as fast as it is asked for, so at
 * most one piece (a network buffer) is in memory here. Used by one thread.
 */
public final class UpstreamResponse implements AutoCloseable {

    private final Response response;
    private final Content.Source source;
    private final Semaphore arrived = new Semaphore(0);
    private boolean waiting;
    private boolean ended;

    UpstreamResponse(Response response, Content.Source source) {
        this.response = response;
        this.source = source;
    }

    /** HTTP status. */
    public int status() {
        return response.getStatus();
    }

    /** Headers, as they came. */
    public HttpFields headers() {
        return response.getHeaders();
    }

    /**
     * The next piece of the body.
     *
     * @param waitMillis longest wait; the connection's idle timeout ends the wait as well
     * @return {@link Piece#PAUSE} if nothing came in that time
     * @throws UpstreamUnreachable if the body breaks off
     */
    public Piece next(long waitMillis) throws UpstreamUnreachable, InterruptedException {
        while (true) {
            if (waiting && !arrived.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
                return Piece.PAUSE;
            }
            waiting = false;
            Content.Chunk chunk = source.read();
            if (chunk != null) {
                return piece(chunk);
            }
            waiting = true;
            source.demand(arrived::release);
        }
    }

    private Piece piece(Content.Chunk chunk) throws UpstreamUnreachable {
        if (Content.Chunk.isFailure(chunk)) {
            ended = true;
            throw new UpstreamUnreachable("The upstream's response broke off.", chunk.getFailure());
        }
        try {
            ended = chunk.isLast();
            ByteBuffer buffer = chunk.getByteBuffer();
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return new Piece(bytes, ended);
        } finally {
            chunk.release();
        }
    }

    /** Gives up what has not been read, and the connection with it. */
    @Override
    public void close() {
        if (!ended) {
            source.fail(new IllegalStateException("the response is not wanted any more"));
        }
    }
}
