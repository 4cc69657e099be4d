package io.weir.scanapi.http;

import io.javalin.http.Context;
import io.weir.schemas.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Takes in what a refused request still sends. The server closes a connection that has unread bytes, and a client that
 * is still sending then sees a reset instead of the answer.
 */
final class UnreadBody {

    /** Who sends more than this after a refusal does not get to read it. */
    private static final long BYTES_MAX = 8 << 20;

    private static final long NANOS_MAX = Duration.ofSeconds(2).toNanos();

    private static final int CHUNK_BYTES = 16 << 10;

    private UnreadBody() {}

    /** Reads to the end, within bounds of bytes and time, and throws everything away. */
    static void drain(Context context, ErrorCode refused) {
        if (refused == ErrorCode.REQUEST_TOO_SLOW) {
            return;
        }
        long deadlineNanos = System.nanoTime() + NANOS_MAX;
        byte[] buffer = new byte[CHUNK_BYTES];
        try {
            InputStream in = context.req().getInputStream();
            long drained = 0;
            int read = in.read(buffer);
            while (read >= 0 && drained < BYTES_MAX && System.nanoTime() - deadlineNanos < 0) {
                drained += read;
                read = in.read(buffer);
            }
        } catch (IOException e) {
            // The client has gone, so it needs no answer.
            context.header("Connection", "close");
        }
    }
}
